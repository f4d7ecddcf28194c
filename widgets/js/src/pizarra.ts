// La pizarra no se ve: es el modelo que comparten los componentes.
export default { render(): void {} };
