// Armar la pantalla sin interpretar jamás un texto como marcas: todo entra por textContent o atributos.
export type Hijo = Node | string | number | null | undefined | false | Hijo[];
type Atributos = Record<string, unknown>;

const SVG = "http://www.w3.org/2000/svg";

/** Crea un elemento. `{ class, on: {click}, data: {id}, ...atributos }`; los booleanos ponen o quitan el atributo. */
export function h<K extends keyof HTMLElementTagNameMap>(etiqueta: K, atributos: Atributos = {}, ...hijos: Hijo[]): HTMLElementTagNameMap[K] {
  const nodo = document.createElement(etiqueta);
  vestir(nodo, atributos);
  agregar(nodo, hijos);
  return nodo;
}

/** Lo mismo, en SVG. */
export function s<K extends keyof SVGElementTagNameMap>(etiqueta: K, atributos: Atributos = {}, ...hijos: Hijo[]): SVGElementTagNameMap[K] {
  const nodo = document.createElementNS(SVG, etiqueta) as SVGElementTagNameMap[K];
  vestir(nodo, atributos);
  agregar(nodo, hijos);
  return nodo;
}

/** Pone atributos, datos y escuchas a un elemento que ya existe. */
export function vestir(nodo: Element, atributos: Atributos): void {
  for (const [nombre, valor] of Object.entries(atributos)) {
    if (nombre === "on") for (const [suceso, hacer] of Object.entries(valor as Record<string, EventListener>)) nodo.addEventListener(suceso, hacer);
    else if (nombre === "data") for (const [k, v] of Object.entries(valor as Record<string, string>)) nodo.setAttribute(`data-${k}`, String(v));
    else if (nombre === "value" && "value" in nodo) (nodo as HTMLInputElement).value = String(valor ?? "");
    else if (nombre === "checked" && "checked" in nodo) (nodo as HTMLInputElement).checked = Boolean(valor);
    else if (valor === true) nodo.setAttribute(nombre, "");
    else if (valor === false || valor === null || valor === undefined) nodo.removeAttribute(nombre);
    else nodo.setAttribute(nombre, String(valor));
  }
}

function agregar(nodo: Node, hijos: Hijo[]): void {
  for (const hijo of hijos) {
    if (Array.isArray(hijo)) agregar(nodo, hijo);
    else if (hijo instanceof Node) nodo.appendChild(hijo);
    else if (hijo !== null && hijo !== undefined && hijo !== false) nodo.appendChild(document.createTextNode(String(hijo)));
  }
}

/** Cambia todo lo que hay dentro de un elemento. */
export function poner(nodo: Element, ...hijos: Hijo[]): void {
  nodo.replaceChildren();
  agregar(nodo, hijos);
}

let cuenta = 0;
/** Un id único en la página, para unir etiquetas con campos. */
export const idUnico = (base: string): string => `mt-${base}-${++cuenta}`;

/** Un id nuevo para un actor o una relación. */
export function idNuevo(prefijo: string): string {
  const azar = crypto.getRandomValues(new Uint8Array(6));
  return prefijo + Array.from(azar, (b) => b.toString(16).padStart(2, "0")).join("");
}
