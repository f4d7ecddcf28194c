// Un componente mínimo de prueba: repite lo que se escribe, guardándolo en el núcleo.
export default {
  render({ model, el }) {
    const campo = Object.assign(document.createElement("input"), { value: "hola" });
    campo.setAttribute("aria-label", "Texto");
    const boton = Object.assign(document.createElement("button"), { textContent: "Repetir", className: "mt-boton" });
    const salida = Object.assign(document.createElement("output"), { textContent: model.get("valor") });
    const anunciar = () => {
      salida.textContent = model.get("valor");
      window.dispatchEvent(new CustomEvent("mesa:guardado", {
        detail: { version: 1, hora: "14:03", frase: "", deshacer: true, rehacer: false, nombre: "Mesa de prueba" },
      }));
    };
    model.on("change:valor", anunciar);
    boton.addEventListener("click", () => model.send({ pedido: 1, orden: "repetir", datos: { texto: campo.value } }));
    window.addEventListener("mesa:deshacer", () => { salida.textContent = "deshecho"; });
    el.append(campo, boton, salida);
    el.closest("section")?.addEventListener("mesa:abrir", () => el.setAttribute("data-abierto", ""));
    anunciar();
    return () => model.off("change:valor", anunciar);
  },
};
