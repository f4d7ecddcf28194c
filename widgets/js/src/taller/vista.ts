// Lo que manda el servidor (mesa_territorial.servidor.taller.vista), ya en palabras.
export interface Persona {
  id: string; nombre: string; rol: string; se_sienta: boolean; estado: string; grupo: string;
  donde: string; vista: string; memoria: string; mesas: { clave: string; nombre: string }[];
}
export interface MesaSimulada { id: string; nombre: string; mesa: string; personas: string[]; adentro: number }
export interface Vista {
  abierto: boolean; cifras: { que: string; cuanto: string }[]; personas: Persona[]; grupos: MesaSimulada[];
}

/** El elemento de ese molde, recién copiado. */
export function copiarMolde(id: string, etiqueta: string): HTMLElement {
  const molde = document.getElementById(id) as HTMLTemplateElement;
  const copia = molde.content.firstElementChild ?? molde.content.querySelector(etiqueta);
  return copia!.cloneNode(true) as HTMLElement;
}

/** Escribe cada campo sólo si cambió: así el lector de pantalla y la selección no se mueven. */
export function escribir(nodo: HTMLElement, campo: string, texto: string): void {
  const lugar = nodo.querySelector(`[data-campo="${campo}"]`);
  if (lugar && lugar.textContent !== texto) lugar.textContent = texto;
}

/** Deja en `lista` un hijo por dato, en su orden y sin rehacer los que ya están. */
export function casar<T extends { id: string }>(
  lista: HTMLElement, datos: T[], nuevo: () => HTMLElement, pintar: (nodo: HTMLElement, dato: T) => void,
): void {
  const habia = new Map([...lista.children].map((n) => [(n as HTMLElement).dataset["id"] ?? "", n as HTMLElement]));
  datos.forEach((dato, lugar) => {
    const nodo = habia.get(dato.id) ?? nuevo();
    habia.delete(dato.id);
    nodo.dataset["id"] = dato.id;
    pintar(nodo, dato);
    if (lista.children[lugar] !== nodo) lista.insertBefore(nodo, lista.children[lugar] ?? null);
  });
  habia.forEach((sobra) => sobra.remove());
}
