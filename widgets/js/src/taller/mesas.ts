// Las mesas simuladas formadas, y en cuál se puede sentar.
import { h } from "../lib/dom.ts";
import { casar, copiarMolde, escribir, type MesaSimulada } from "./vista.ts";

/** Pone al día la lista y las opciones para sentar. */
export function pintarMesas(mesas: MesaSimulada[], mirar: string): void {
  const lista = document.getElementById("grupos");
  if (!lista) return;
  casar(lista, mesas, () => copiarMolde("molde-mesa", "li"), (nodo, m) => {
    escribir(nodo, "nombre", m.nombre);
    escribir(nodo, "personas", m.personas.join(", ") || "Nadie se ha sentado todavía.");
    nodo.querySelector("a.mirar")?.setAttribute("href", mirar + encodeURIComponent(m.mesa));
    nodo.querySelector("a.votar")?.setAttribute("href", mirar.replace("/mirar/", "/votar/") + encodeURIComponent(m.mesa));
  });
  const sin = document.getElementById("sin-mesas");
  if (sin) sin.hidden = mesas.length > 0;
  ofrecer(mesas);
}

function ofrecer(mesas: MesaSimulada[]): void {
  const elegir = document.getElementById("grupo") as HTMLSelectElement | null;
  const hay = new Set([...(elegir?.options ?? [])].map((o) => o.value));
  if (!elegir || document.activeElement === elegir) return;
  for (const m of mesas) if (!hay.has(m.id)) elegir.insertBefore(h("option", { value: m.id }, m.nombre), elegir.lastElementChild);
}
