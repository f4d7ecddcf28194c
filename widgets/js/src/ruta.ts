// La portada: su Mesa, lo que sigue y la ruta de los doce temas.
import { bajar } from "./lib/archivos.ts";
import { conversar } from "./lib/conversacion.ts";
import { h } from "./lib/dom.ts";
import { cuantos } from "./lib/textos.ts";
import type { Marco, Modelo } from "./lib/tipos.ts";
import { enRaiz } from "./lib/raiz.ts";

interface Tema { clave: string; numero: number; titulo: string; gana: string; en_preparacion: boolean; hechos: number; ejercicios: number; minutos: number }
interface SuMesa { clave: string; nombre: string; actores: number; relaciones: number; cambiada: string; papel: string; compartido: boolean }

const ROTULO: Record<string, string> = { integrante: "La Mesa de su grupo", tutoria: "Una Mesa que acompaña" };
const SOLA = "Todo lo que escriba queda en este computador. El kit no manda nada a ninguna parte y funciona sin internet.";
const CON_OTRAS = "Lo que escriba queda en el computador de quien conduce, y su Mesa la ven usted, su grupo y quienes acompañan. Nada sale a internet.";

export default {
  render({ model, el }: Marco): () => void {
    const guia = guiaParaLlevar(model);
    el.classList.add("mt", "mt-ruta");
    const pintar = () => el.replaceChildren(
      suMesa(model.get("mesa")),
      h("section", { "aria-label": "Ruta de los temas" }, h("h2", {}, "La ruta"),
        h("ol", { class: "temas" }, (model.get("temas") as Tema[]).map(ficha))),
      guia.nodo,
      h("p", { class: "privado" }, model.get("mesa").compartido ? CON_OTRAS : SOLA),
    );
    model.on("change:temas", pintar);
    model.on("change:mesa", pintar);
    pintar();
    return guia.callar;
  },
};

/** La guía entera como un libro: se arma en este computador al pedirla. */
function guiaParaLlevar(model: Modelo): { nodo: HTMLElement; callar: () => void } {
  const { pedir, callar } = conversar(model);
  const recado = h("p", { class: "mt-recado", role: "status" });
  const llevar = async (boton: HTMLButtonElement, formato: string): Promise<void> => {
    boton.disabled = true;
    recado.textContent = `Armando la guía en ${formato}…`;
    const r = await pedir("bajar_guia", { formato });
    boton.disabled = false;
    recado.textContent = r.error ?? `Listo: «${r.datos.nombre}» quedó en sus descargas.`;
    if (!r.error) bajar(r.datos);
  };
  const botones = ["PDF", "Word"].map((f) => { const b = h("button", { class: "mt-boton", type: "button", "aria-label": `Bajar la guía en ${f}`, on: { click: () => void llevar(b, f) } }, f); return b; });
  return { callar, nodo: h("section", { class: "guia-para-llevar", "aria-label": "La guía para llevar" }, h("h2", {}, "La guía para llevar"),
    h("p", {}, "Todos los capítulos escritos, con su glosario y sus fuentes, en un solo documento para imprimir o leer sin conexión."),
    h("div", { class: "mt-acciones" }, botones), recado) };
}

function suMesa(mesa: Partial<SuMesa>): HTMLElement {
  if (!mesa.clave)
    return h("section", { class: "su-mesa vacia", "aria-label": "Su Mesa" },
      h("h2", {}, "Parta por su propia Mesa"),
      h("p", {}, "Se aprende haciendo, en el territorio propio. Póngale nombre y diga en qué comuna está; el resto se completa en el camino."),
      h("p", {}, h("a", { class: "mt-boton principal", href: enRaiz("/app/mi_mesa") }, "Crear mi Mesa")),
      h("p", {}, h("a", { href: enRaiz("/tema/03_mapa_de_actores#explorar") }, "O mire primero el caso de Campanilla")));
  const rotulo = ROTULO[mesa.papel ?? ""] ?? "Su Mesa";
  const donde = enRaiz(`/tema/03_mapa_de_actores?mesa=${encodeURIComponent(mesa.clave)}#aplicar`);
  return h("section", { class: "su-mesa", "aria-label": rotulo },
    h("p", { class: "rotulo" }, rotulo),
    h("h2", {}, mesa.nombre),
    h("p", {}, `${cuantos(mesa.actores ?? 0, "actor", "actores")} y ${cuantos(mesa.relaciones ?? 0, "relación", "relaciones")}. Guardada el ${mesa.cambiada}.`),
    h("p", {}, h("a", { class: "mt-boton principal", href: donde }, mesa.papel === "tutoria" ? "Mirar el mapa →" : "Seguir con el mapa →"), " ", h("a", { href: enRaiz("/app/mi_mesa") }, "Ver todas mis Mesas")));
}

function ficha(t: Tema): HTMLElement {
  const titulo = t.en_preparacion ? h("span", { class: "titulo" }, t.titulo) : h("a", { class: "titulo", href: enRaiz(`/tema/${t.clave}`) }, t.titulo);
  return h("li", { class: t.en_preparacion ? "pendiente" : "listo" },
    h("span", { class: "numero", "aria-hidden": "true" }, String(t.numero)),
    h("div", {}, titulo,
      t.en_preparacion ? h("p", { class: "estado" }, "En preparación") : [h("p", {}, t.gana), avance(t)]));
}

function avance(t: Tema): HTMLElement {
  const parte = t.ejercicios ? t.hechos / t.ejercicios : 0;
  const dice = t.hechos ? `${t.hechos} de ${cuantos(t.ejercicios, "ejercicio logrado", "ejercicios logrados")}` : `Unos ${t.minutos} minutos`;
  return h("p", { class: "avance" }, h("span", { class: "riel", "aria-hidden": "true" }, h("span", { style: `width:${Math.round(100 * parte)}%` })), dice);
}
