// Lo pedido a Python que aún no contesta. Si el canal se cortó en el camino, al volver se manda otra vez:
// Python reconoce el número y contesta lo mismo sin hacerlo de nuevo.
import type { Respuesta } from "./pizarra.ts";
import type { Modelo } from "./tipos.ts";

interface Mensaje { pedido: number; orden: string; datos: unknown }

export class Esperas {
  private vivas = new Map<number, { mensaje: Mensaje; listo: (r: Respuesta) => void }>();

  constructor(private modelo: Modelo) {
    window.addEventListener("mesa:canal", this.reenviar);
  }

  /** Manda el mensaje; promete su respuesta. */
  mandar(mensaje: Mensaje): Promise<Respuesta> {
    this.modelo.send(mensaje);
    return new Promise((listo) => this.vivas.set(mensaje.pedido, { mensaje, listo }));
  }

  /** Entrega una respuesta a quien la espera; la segunda de un mismo pedido no tiene a quién. */
  llego(respuesta: { pedido?: number } & Respuesta): void {
    this.vivas.get(respuesta.pedido!)?.listo(respuesta);
    this.vivas.delete(respuesta.pedido!);
  }

  soltar(): void { window.removeEventListener("mesa:canal", this.reenviar); }

  private reenviar = (): void => {
    for (const { mensaje } of this.vivas.values()) this.modelo.send({ ...mensaje, reenvio: true });
  };
}
