// Paso 4: qué pasaría con cada fila, con sus errores para corregir ahí mismo y los parecidos para decidir.
import { h } from "../lib/dom.ts";
import { numero } from "../lib/textos.ts";
import type { Estado, FilaRevisada, Mesero, Parecido, Problema } from "./estado.ts";

export const CLASES: Record<string, [string, string]> = {
  nueva: ["+", "Nueva"], actualiza: ["↻", "Actualiza"], igual: ["=", "Igual"], error: ["!", "Con error"],
};

export function pasoRevision(e: Estado, m: Mesero): (HTMLElement | null)[] {
  const parecidas = e.parecidos.length ? parecidos(e, m) : null;
  const hayErrores = Boolean(e.cuentas["error"]);
  return [
    e.avisos.length ? h("div", { class: "mt-aviso" }, e.avisos.map((a) => h("p", {}, a))) : null,
    hayErrores ? h("p", {}, "Corrija aquí mismo las filas con error, o déjelas así y quedarán fuera.") : null,
    // Los errores van primero: al corregirlos puede cambiar quién se parece a quién.
    hayErrores ? null : parecidas,
    cuentas(e, m), tabla(e, m),
    e.hay > e.filas.length ? h("button", { class: "mt-boton", type: "button", data: { foco: "mas" }, on: { click: () => void m.pedir("ver", { clase: e.ver, hasta: e.filas.length + 200 }) } }, `Ver más (van ${numero(e.filas.length)} de ${numero(e.hay)})`) : null,
    hayErrores ? parecidas : null,
  ];
}

function cuentas(e: Estado, m: Mesero): HTMLElement {
  const total = Object.values(e.cuentas).reduce((a, b) => a + b, 0);
  const boton = (clase: string, texto: string, n: number): HTMLElement =>
    h("button", { type: "button", class: `mt-boton clase-${clase || "todas"}`, "aria-pressed": e.ver === clase, disabled: !n && e.ver !== clase, data: { foco: `v${clase}` }, on: { click: () => void m.pedir("ver", { clase }) } }, texto, " ", h("strong", {}, numero(n)));
  return h("div", { class: "mt-cuentas", role: "group", "aria-label": "Qué filas se ven" }, boton("", "Todas", total), Object.entries(CLASES).map(([c, [signo, nombre]]) => boton(c, `${signo} ${nombre}`, e.cuentas[c] ?? 0)));
}

function tabla(e: Estado, m: Mesero): HTMLElement {
  if (!e.filas.length) return h("p", { class: "mt-vacio" }, "No hay filas de esta clase.");
  return h("div", { class: "mt-revision-marco", tabindex: 0, role: "region", "aria-label": "Filas de la planilla" },
    h("table", { class: "mt-revision" }, h("thead", {}, h("tr", {}, ["Fila", "Qué pasa", "Quién", "Detalle"].map((t) => h("th", { scope: "col" }, t)))), h("tbody", {}, e.filas.map((f) => fila(f, m)))));
}

function fila(f: FilaRevisada, m: Mesero): HTMLElement {
  const [signo, nombre] = CLASES[f.clase]!;
  return h("tr", { class: `clase-${f.clase}` }, h("td", { class: "numero" }, f.numero), h("td", {}, h("span", { class: "sello" }, h("span", { "aria-hidden": "true" }, `${signo} `), nombre)), h("th", { scope: "row" }, f.titulo || "(sin nombre)"),
    h("td", {}, f.problemas.map((p) => problema(p, m)), f.clase === "igual" ? null : cambios(f), f.avisos.map((a) => h("p", { class: "ayuda" }, a))));
}

function cambios(f: FilaRevisada): HTMLElement | null {
  if (!f.cambios.length) return null;
  const decir = f.cambios.map((c) => (f.clase !== "actualiza" && !c.antes ? `${c.campo}: ${c.despues}` : `${c.campo}: ${c.antes || "(vacío)"} → ${c.despues || "(vacío)"}`));
  return h("p", { class: "cambios" }, decir.join(" · "));
}

/** El error con su remedio, y la celda para corregirla sin volver a la planilla. */
function problema(p: Problema, m: Mesero): HTMLElement {
  let mandado = p.valor;
  const corregir = (): void => {
    if (m.pintando || campo.value === mandado) return;
    mandado = campo.value;
    void m.pedir("corregir", { fila: p.fila, columna: p.indice, valor: mandado });
  };
  const campo = h("input", { type: "text", value: p.valor, maxlength: 400, "aria-label": `Corregir fila ${p.fila}, ${p.columna}`, data: { foco: `p${p.fila}-${p.indice}`, antes: p.valor },
    // Lo repuesto al volver a pintar ya no avisa «change»: se manda también con Enter y al salir.
    on: { change: corregir, blur: corregir, keydown: (s: Event) => { if ((s as KeyboardEvent).key === "Enter") corregir(); } } });
  return h("div", { class: "mt-problema" }, h("p", {}, p.frase),
    p.indice === null ? null : h("div", { class: "corregir" }, campo, h("button", { class: "mt-boton", type: "button", on: { click: corregir } }, "Corregir")));
}

function parecidos(e: Estado, m: Mesero): HTMLElement {
  const faltan = e.sin_decidir.length;
  return h("section", { class: "mt-parecidos", "aria-label": "Nombres parecidos" }, h("h3", {}, "¿Son la misma institución?"),
    h("p", {}, faltan ? `Estos nombres se parecen. Nada se junta sin que usted lo diga: falta${faltan === 1 ? "" : "n"} ${numero(faltan)}.` : "Todo decidido. Puede cambiarlo antes de confirmar."),
    h("ul", {}, e.parecidos.map((p) => unParecido(p, m))),
    faltan > 1 ? h("button", { class: "mt-boton", type: "button", on: { click: () => void m.pedir("decidir_otras") } }, `Las ${numero(faltan)} que faltan son otras`) : null);
}

function unParecido(p: Parecido, m: Mesero): HTMLElement {
  const opcion = (clave: string, texto: (string | HTMLElement)[]): HTMLElement =>
    h("label", { class: "mt-eleccion" }, h("input", { type: "radio", name: `parecido-${p.fila}`, checked: p.decision === clave, data: { foco: `d${p.fila}-${clave}` }, on: { change: () => void m.pedir("decidir", { fila: p.fila, decision: clave }) } }), h("span", {}, texto));
  return h("li", { class: p.decision ? null : "pendiente" }, h("fieldset", {}, h("legend", {}, `Fila ${p.fila}: `, h("strong", {}, p.nombre)),
    p.opciones.map((o) => opcion(o.clave, ["Es la misma que ", h("strong", {}, o.nombre), ` (${o.donde})`])), opcion("nueva", ["Es otra: agregarla"]), opcion("omitir", ["Omitir esta fila"])));
}
