// Llevar lo votado a la Mesa: qué cambiaría de cada actor, cuáles se llevan, y cómo deshacerlo.
import { h, poner } from "../lib/dom.ts";
import type { Pizarra } from "../lib/pizarra.ts";
import { cuantos } from "../lib/textos.ts";
import { tabla } from "./tabla.ts";
import type { Adopcion, Hacer } from "./tipos.ts";

export function adoptar(hacer: Hacer, pizarra: Pizarra): { nodo: HTMLElement; cerrar(): void } {
  const caja = h("div", {}), abrir = h("button", { class: "mt-boton", type: "button", on: { click: () => void mirar() } }, "Ver qué cambiaría en la Mesa");
  const mirar = async (): Promise<void> => {
    const filas: Adopcion[] | null = await hacer("previsualizar", {});
    if (filas) mostrar(filas);
  };
  const mostrar = (filas: Adopcion[]): void => {
    if (!filas.length) return poner(caja, h("p", { class: "oculto" }, "Nada de lo votado tiene todavía cinco votos o más y el mismo nombre que en la Mesa."));
    // Los pesos de los criterios valen unos respecto de otros: se llevan todos o ninguno.
    const juntos = filas.some((f) => f.junta), que: [string, string] = juntos ? ["criterio", "criterios"] : ["actor", "actores"];
    const elegidos = new Set(filas.filter((f) => juntos ? filas.some((x) => !x.igual) : !f.igual).map((f) => f.id));
    const boton = h("button", { class: "mt-boton principal", type: "button", on: { click: () => void llevar() } });
    const contar = (): void => { boton.textContent = `Adoptar en la Mesa: ${cuantos(elegidos.size, ...que)}`; boton.disabled = !elegidos.size; };
    const llevar = async (): Promise<void> => {
      boton.disabled = true;
      const frase = await hacer("adoptar", { ids: [...elegidos] });
      if (frase) poner(caja, h("div", { class: "mt-aviso exito", role: "status" }, h("strong", {}, "Listo: "), `${frase}. `, h("button", { class: "mt-boton", type: "button", on: { click: () => void deshacer(frase) } }, "Deshacer la adopción")));
      else contar();
    };
    const casilla = (f: Adopcion): HTMLElement => h("label", { class: "casilla" }, h("input", { type: "checkbox", checked: elegidos.has(f.id), disabled: f.igual || juntos, on: { change: (e: Event) => { (e.target as HTMLInputElement).checked ? elegidos.add(f.id) : elegidos.delete(f.id); contar(); } } }), f.nombre);
    poner(caja, h("p", { class: "nota" }, juntos ? "Cada peso es la media de su criterio sobre la suma de las medias. " : "Se llevan las medias, a un decimal. ", "El consenso bajo no impide adoptar, pero conviene anotarlo en el acta."),
      tabla("Qué cambiaría en la Mesa", [juntos ? "Criterio" : "Actor", "Hoy dice", "La ronda dice", "Votos", "Consenso"], filas.map((f) => [casilla(f), f.antes, f.igual ? "lo mismo" : f.despues, String(f.votos), f.consenso])), h("p", {}, boton));
    contar();
  };
  const deshacer = async (frase: string): Promise<void> => {
    // Deshacer es siempre lo último: si hubo otro cambio después, se desharía ése.
    const sigue = pizarra.guardado.frase === frase, r = sigue ? await pizarra.pedir("deshacer") : {};
    const dicho = r.error ?? (sigue ? "Se deshizo: la Mesa quedó como estaba." : "Después de adoptar hubo otros cambios. Vuelva atrás desde el historial de la Mesa.");
    poner(caja, h("p", { role: "status", class: r.error ? "mt-aviso error" : "mt-aviso" }, dicho));
  };
  return { nodo: h("section", { class: "adopcion", "aria-label": "Adoptar en la Mesa" }, h("h3", {}, "Adoptar en la Mesa"), h("p", {}, "Un solo cambio, que queda en el historial con la huella de la ronda y se puede deshacer."), h("p", {}, abrir), caja), cerrar: () => poner(caja) };
}
