// La lectura: términos que muestran su definición, cajas que abren Explorar y anclas con dirección propia.
import { h } from "./lib/dom.ts";
import type { Marco } from "./lib/tipos.ts";

export default {
  render({ model, el }: Marco) {
    // El HTML es de la guía del kit (mesa_territorial.formacion.lectura), no de una persona.
    el.innerHTML = model.get("html");
    vestir(el);
  },
  vestir,
};

/** Da vida a una lectura que ya está en la página. */
export function vestir(raiz: HTMLElement): void {
  for (const boton of raiz.querySelectorAll<HTMLButtonElement>(".mt-termino")) vestirTermino(boton);
  for (const enlace of raiz.querySelectorAll<HTMLAnchorElement>(".mt-pruebe-ir"))
    enlace.addEventListener("click", (e) => { e.preventDefault(); irAlPaso(Number(enlace.dataset["paso"])); });
  for (const enlace of raiz.querySelectorAll<HTMLAnchorElement>('a[href^="#nota-"], a[href^="#llamada-"]'))
    enlace.addEventListener("click", (e) => { e.preventDefault(); irA(raiz, enlace.hash.slice(1)); });
  for (const enlace of raiz.querySelectorAll<HTMLAnchorElement>('a[href^="#leer/"]'))
    enlace.addEventListener("click", () => irA(raiz, enlace.hash.slice(6)));
}

function irA(raiz: HTMLElement, id: string): void {
  const destino = raiz.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  destino?.setAttribute("tabindex", "-1");
  destino?.focus({ preventScroll: true });
  destino?.scrollIntoView({ block: "start" });
}

/** Explorar quizá todavía no se ha armado: el paso queda anotado y lo toma al aparecer. */
function irAlPaso(paso: number): void {
  sessionStorage.setItem("mesa-paso", String(paso));
  window.dispatchEvent(new CustomEvent("mesa:ir", { detail: { tiempo: "explorar" } }));
  window.dispatchEvent(new CustomEvent("mesa:paso"));
}

function vestirTermino(boton: HTMLButtonElement): void {
  let nota: HTMLElement | null = null;
  const cerrar = () => { nota?.remove(); nota = null; boton.setAttribute("aria-expanded", "false"); };
  const abrir = () => {
    if (nota) return;
    nota = h("span", { class: "mt-definicion", role: "note" }, boton.dataset["definicion"] ?? "");
    boton.after(nota);
    boton.setAttribute("aria-expanded", "true");
  };
  boton.addEventListener("click", () => (nota ? cerrar() : abrir()));
  boton.addEventListener("keydown", (e) => { if (e.key === "Escape") cerrar(); });
  boton.addEventListener("blur", cerrar);
}
