// Quién más tiene abierta la Mesa y qué acaba de hacer: se ve y se oye sin robar el foco.
import { h, poner } from "../lib/dom.ts";
import { cuantos } from "../lib/textos.ts";

interface Presente { nombre: string; iniciales: string }
interface Noticia extends Presente { numero: number; frase: string; mas: number }
export interface Acompaniado { presentes?: Presente[]; novedades?: Noticia[]; salida?: string }

const DURA = 7000;
const MUCHAS = 3;
let ultima = 0;
let presentes: Presente[] = [];

/** Escucha lo que se guarda: con eso viene quién está y qué cambió. */
export function animarCompania(): void {
  const noticias = h("div", { class: "taller-noticias", role: "log", "aria-live": "polite", "aria-label": "Lo que hacen las demás personas de la Mesa" });
  const lugar = h("span", { class: "taller-presentes", id: "taller-presentes" });
  const oculto = h("span", { class: "mt-oculto", role: "status" });
  const angosta = matchMedia("(max-width: 720px)");
  const ubicar = (): void => document.querySelector(angosta.matches ? ".pagina-titulo" : "#mesa-barra .estado")?.prepend(lugar, oculto);
  angosta.addEventListener("change", ubicar);
  ubicar();
  document.body.append(noticias);
  window.addEventListener("mesa:guardado", (s) => {
    const g = (s as CustomEvent<Acompaniado>).detail;
    if (g.salida) return contarSalida(g.salida);
    if (!g.presentes) return;
    pintarPresentes(lugar, oculto, g.presentes);
    contar(noticias, g.novedades ?? []);
  });
}

function contarSalida(texto: string): void {
  window.dispatchEvent(new CustomEvent("mesa:aviso", { detail: { texto, clase: "error" } }));
}

function pintarPresentes(lugar: HTMLElement, oculto: HTMLElement, ahora: Presente[]): void {
  if (JSON.stringify(ahora) === JSON.stringify(presentes)) return;
  const antes = new Set(presentes.map((p) => p.nombre));
  const llegan = ahora.filter((p) => !antes.has(p.nombre)).map((p) => p.nombre);
  presentes = ahora;
  const quienes = ahora.map((p) => p.nombre).join(", ");
  poner(lugar, ahora.map((p) => h("span", { class: "inicial", title: p.nombre, "aria-hidden": "true" }, p.iniciales)),
    ahora.length > 0 && h("span", { class: "mt-oculto" }, `También en esta Mesa: ${quienes}.`));
  if (llegan.length) oculto.textContent = `${llegan.join(", ")} ${llegan.length === 1 ? "está" : "están"} en esta Mesa.`;
}

function contar(lugar: HTMLElement, novedades: Noticia[]): void {
  const nuevas = novedades.filter((n) => n.numero > ultima);
  for (const n of nuevas) anunciar(lugar, n, `${n.nombre} ${n.frase}`);
  const final = nuevas.at(-1);
  if (!final) return;
  ultima = final.numero;
  if (final.mas) anunciar(lugar, { ...final, iniciales: "+" }, `Y ${cuantos(final.mas, "cambio más", "cambios más")} de otras personas.`);
}

function anunciar(lugar: HTMLElement, { iniciales }: Presente, texto: string): void {
  const noticia = h("p", { class: "taller-noticia" }, h("span", { class: "inicial", "aria-hidden": "true" }, iniciales), h("span", {}, texto));
  lugar.append(noticia);
  while (lugar.children.length > MUCHAS) lugar.firstElementChild?.remove();
  setTimeout(() => noticia.remove(), DURA);
}
