// La tabla de personas: cada fila conserva su marca aunque cambie lo demás.
import { h, poner } from "../lib/dom.ts";
import { casar, copiarMolde, escribir, type Persona } from "./vista.ts";

const CAMPOS = ["nombre", "rol", "estado", "grupo", "donde", "vista", "memoria"] as const;

/** Pone la tabla al día; `mirar` es el comienzo de la dirección que abre una Mesa. */
export function pintarPersonas(personas: Persona[], mirar: string): void {
  const cuerpo = document.getElementById("personas");
  if (!cuerpo) return;
  casar(cuerpo, personas, () => copiarMolde("molde-persona", "tr"), (fila, p) => pintarFila(fila, p, mirar));
  const nadie = document.getElementById("nadie");
  if (nadie) nadie.hidden = personas.some((p) => p.se_sienta);
}

function pintarFila(fila: HTMLElement, p: Persona, mirar: string): void {
  for (const campo of CAMPOS) escribir(fila, campo, p[campo]);
  const caja = fila.querySelector<HTMLInputElement>("input[type=checkbox]");
  if (caja) {
    caja.value = p.id;
    caja.hidden = caja.disabled = !p.se_sienta;
    caja.setAttribute("aria-label", `Marcar a ${p.nombre}`);
  }
  const mesas = fila.querySelector(".mesas");
  const clave = JSON.stringify(p.mesas);
  if (!mesas || mesas.getAttribute("data-clave") === clave) return;
  mesas.setAttribute("data-clave", clave);
  poner(mesas, p.mesas.map((m) => [h("a", { href: mirar + encodeURIComponent(m.clave) }, m.nombre), " "]));
}
