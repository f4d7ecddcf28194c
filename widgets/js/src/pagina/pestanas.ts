// Los cuatro tiempos como pestañas con dirección propia: #leer, #explorar, #practicar/ancla…
import { alSuceder, avisar, type DetalleDeIr } from "./sucesos.ts";

const pestanas = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('[role="tab"]')];
const secciones = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".tiempo")];
const titulo = document.title;
const alturas = new Map<string, number>();
let actual = "";
let montadas = false;

/** El tiempo que se está viendo. */
export const tiempoALaVista = (): string => actual || secciones()[0]?.id || "";

/** Deja las pestañas escuchando y muestra la que pide la dirección. */
export function animarPestanas(): void {
  document.addEventListener("click", alPulsar);
  document.querySelector('[role="tablist"]')?.addEventListener("keydown", (s) => alTeclear(s as KeyboardEvent));
  window.addEventListener("popstate", () => seguirDireccion());
  window.addEventListener("hashchange", () => seguirDireccion());
  alSuceder<DetalleDeIr>("mesa:ir", ({ tiempo, ancla }) => ir(tiempo, ancla, true));
  seguirDireccion();
}

/** Los componentes ya están en su lugar: la sección a la vista puede construirse. */
export function avisarMontadas(): void {
  montadas = true;
  abrir(document.getElementById(tiempoALaVista()));
  seguirDireccion();
}

/** Muestra un tiempo y lo deja en el historial. */
export function ir(tiempo: string, ancla = "", enfocar = false): void {
  const direccion = `#${tiempo}${ancla ? `/${ancla}` : ""}`;
  if (location.hash !== direccion) history.pushState(null, "", direccion);
  mostrar(tiempo, ancla);
  if (enfocar && !ancla) document.getElementById(tiempo)?.focus({ preventScroll: true });
}

/** Muestra el tiempo que pide la dirección; sin pedido, el primero. */
export function seguirDireccion(): void {
  const [pedido = "", ancla = ""] = decodeURIComponent(location.hash.slice(1)).split("/");
  const lista = secciones();
  if (lista.some((s) => s.id === pedido)) return mostrar(pedido, ancla);
  const duenia = pedido && document.getElementById(pedido)?.closest<HTMLElement>(".tiempo");
  if (duenia) return mostrar(duenia.id, pedido);
  if (lista[0] && (!actual || !location.hash)) mostrar(lista[0].id, "");
}

function mostrar(tiempo: string, ancla: string): void {
  const cambia = tiempo !== actual;
  if (cambia) {
    if (actual) alturas.set(actual, scrollY);
    actual = tiempo;
    document.body.dataset.tiempo = tiempo;
    for (const s of secciones()) s.hidden = s.id !== tiempo;
    pestanas().forEach(marcar);
    encaminar();
    avisar("mesa:tiempo", tiempo);
    if (!ancla) scrollTo(0, alturas.get(tiempo) ?? Math.min(scrollY, alturaDePestanas()));
  }
  abrir(document.getElementById(tiempo));
  if (ancla) llevarA(ancla);
}

function marcar(pestana: HTMLAnchorElement): void {
  const elegida = pestana.hash === `#${actual}`;
  pestana.setAttribute("aria-selected", String(elegida));
  pestana.tabIndex = elegida ? 0 : -1;
  if (elegida) document.title = `${pestana.firstChild?.textContent?.trim()} · ${titulo}`;
}

const alturaDePestanas = (): number => (document.querySelector<HTMLElement>('[role="tablist"]')?.offsetTop ?? 0) - 56;

function llevarA(ancla: string): void {
  const destino = document.getElementById(ancla);
  if (!destino) return;
  if (!destino.hasAttribute("tabindex")) destino.tabIndex = -1;
  destino.scrollIntoView({ block: "start" });
  destino.focus({ preventScroll: true });
}

function abrir(seccion: HTMLElement | null): void {
  if (!seccion || !montadas || seccion.hasAttribute("data-abierta")) return;
  seccion.setAttribute("data-abierta", "");
  avisar("mesa:abrir", undefined, seccion);
}

/** El pie ofrece el tiempo siguiente; en el último, el tema siguiente. */
function encaminar(): void {
  const pie = document.getElementById("mesa-sigue") as HTMLAnchorElement | null;
  if (!pie) return;
  pie.dataset.tema ??= pie.getAttribute("href") ?? "";
  pie.dataset.dice ??= pie.textContent ?? "";
  const lista = pestanas();
  const proxima = lista[lista.findIndex((p) => p.hash === `#${actual}`) + 1];
  pie.setAttribute("href", proxima?.hash ?? pie.dataset.tema);
  pie.textContent = proxima ? `Lo que sigue: ${proxima.firstChild?.textContent?.trim()} →` : pie.dataset.dice;
  pie.hidden = !pie.getAttribute("href");
}

function alPulsar(suceso: MouseEvent): void {
  const enlace = (suceso.target as Element).closest?.<HTMLAnchorElement>("a[href^='#']");
  if (!enlace || suceso.defaultPrevented || suceso.button || suceso.ctrlKey || suceso.metaKey || suceso.shiftKey) return;
  const [tiempo = "", ancla = ""] = decodeURIComponent(enlace.hash.slice(1)).split("/");
  const destino = document.getElementById(tiempo);
  const seccion = destino?.closest<HTMLElement>(".tiempo");
  if (!destino || !seccion) return;
  suceso.preventDefault();
  ir(seccion.id, seccion === destino ? ancla : tiempo, enlace.getAttribute("role") !== "tab");
}

const PASOS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

function alTeclear(tecla: KeyboardEvent): void {
  const paso = PASOS[tecla.key];
  if (!paso) return;
  const lista = pestanas();
  const lugar = lista.indexOf(document.activeElement as HTMLAnchorElement) + paso;
  const proxima = lista[Number.isFinite(lugar) ? (lugar + lista.length) % lista.length : lugar > 0 ? lista.length - 1 : 0];
  tecla.preventDefault();
  proxima?.focus();
  if (proxima) ir(proxima.hash.slice(1));
}
