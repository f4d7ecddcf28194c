// La vida de la sesión: vigila el núcleo, avisa si se cierra, continúa en el mismo lugar y cierra al irse.
import type { Kernel } from "@jupyterlab/services";
import { decirQueSeCerro, retirarCartel } from "./avisos.ts";
import { escribiendo } from "./barra.ts";
import { datosDePagina } from "./datos.ts";
import { Latido } from "./latido.ts";
import { enRaiz } from "../lib/raiz.ts";

let seFue = false;

/** Vigila el núcleo de esta página hasta que se cierre; `alReconectar`, cuando el canal vuelve de un corte. */
export function vigilar(id: string, canal: Kernel.IKernelConnection, alReconectar: () => void): void {
  const latido = new Latido(id, {
    alCaer(motivo) {
      if (seFue) return;
      decirQueSeCerro(motivo, () => void recargarCuandoConteste());
    },
    alVivir: retirarCartel,
    // El servidor volvió: se sigue solo, salvo que la persona esté escribiendo algo que quiera copiar.
    alVolver() { if (!escribiendo()) location.reload(); },
  });
  let cortado = false;
  canal.connectionStatusChanged.connect((_, estado) => {
    if (estado !== "connected") latido.preguntar();
    else if (cortado) alReconectar();
    cortado = estado !== "connected";
  });
  canal.statusChanged.connect((_, estado) => { if (estado === "dead") latido.preguntar(); });
}

/** Recargar sin servidor dejaría la página de error del navegador: se espera a que conteste. */
async function recargarCuandoConteste(): Promise<void> {
  for (;;) {
    const contesta = await fetch(enRaiz("/mesa/icono.svg"), { cache: "no-store" }).then(() => true, () => false);
    if (contesta) return location.reload();
    await new Promise((listo) => setTimeout(listo, 1000));
  }
}

/** Al irse, cierra el núcleo; si la página vuelve de la memoria del navegador, se carga de nuevo. */
export function despedirse(id: string): void {
  window.addEventListener("pagehide", () => {
    seFue = true;
    const carta = new FormData();
    carta.append("_xsrf", datosDePagina().xsrf);
    navigator.sendBeacon(enRaiz(`/mesa/cerrar/${id}`), carta);
  });
  window.addEventListener("pageshow", (s) => { if (s.persisted) location.reload(); });
}
