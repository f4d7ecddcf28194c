// El mapa de actores. Mira una pizarra; lo que se elige aquí se elige en la tabla, la cuadrícula y la ficha.
import { h } from "./lib/dom.ts";
import { Pizarra } from "./lib/pizarra.ts";
import type { Marco } from "./lib/tipos.ts";
import { conArrastre } from "./mapa/arrastre.ts";
import { barra } from "./mapa/barra.ts";
import { buscador } from "./mapa/buscador.ts";
import { marcas, modo, vacio } from "./mapa/capa.ts";
import { franjaDeComparacion } from "./mapa/comparar.ts";
import { controles } from "./mapa/controles.ts";
import { conGestos } from "./mapa/gestos.ts";
import { leyenda } from "./mapa/leyenda.ts";
import { Mapa } from "./mapa/mapa.ts";
import { conTeclado } from "./mapa/teclado.ts";

async function render({ model, el }: Marco): Promise<() => void> {
  const m = new Mapa(await Pizarra.de(model), model);
  m.marco.append(...controles(m), marcas(m), modo(m), vacio(m), h("div", { class: "avisos" }, m.aviso.nodo));
  m.raiz.append(h("div", { class: "cima" }, barra(m), buscador(m)), franjaDeComparacion(m), m.marco, leyenda(m), m.voz);
  m.raiz.setAttribute("role", "region");
  m.raiz.setAttribute("aria-label", "Mapa de actores");
  conArrastre(m);
  conGestos(m);
  conTeclado(m);
  el.append(m.raiz);
  const soltar = atar(m);
  m.sincronizar();
  return () => { soltar(); m.raiz.remove(); };
}

/** Une el mapa con la pizarra y con el tamaño del marco; devuelve cómo desatarlo. */
function atar(m: Mapa): () => void {
  const sincronizar = (): void => m.sincronizar(), pintar = (): void => m.pintar();
  const soltar = [m.pizarra.on("mesa", sincronizar), m.pizarra.on("metricas", sincronizar), m.pizarra.on("medida", sincronizar),
    m.pizarra.on("filtro", sincronizar), m.pizarra.on("seleccion", pintar)];
  for (const rasgo of ["medidas", "avisos_medida"]) m.modelo.on(`change:${rasgo}`, sincronizar);
  const ojo = new ResizeObserver(() => {
    if (m.camara.intocada) m.encuadrar();
    m.rotulos.programar();
  });
  ojo.observe(m.marco);
  return () => {
    ojo.disconnect();
    m.acomodo.soltar();
    for (const hacer of soltar) hacer();
    for (const rasgo of ["medidas", "avisos_medida"]) m.modelo.off(`change:${rasgo}`, sincronizar);
  };
}

export default { render };
