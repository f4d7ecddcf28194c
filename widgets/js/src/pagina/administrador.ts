// El administrador de widgets de la página: une los modelos de la pantalla con los del núcleo.
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import type { Kernel } from "@jupyterlab/services";
import { AnyModel, AnyView } from "./afm.ts";

const CLASES: Record<string, Record<string, unknown>> = {
  anywidget: { AnyModel, AnyView },
  "@jupyter-widgets/base": base as unknown as Record<string, unknown>,
};

export class Administrador extends ManagerBase {
  constructor(private nucleo: Kernel.IKernelConnection) {
    super();
    nucleo.registerCommTarget(this.comm_target_name, async (comm, mensaje) => {
      await this.handle_comm_open(new base.shims.services.Comm(comm), mensaje as any);
    });
  }

  /** Trae del núcleo todos los modelos que dejó el cuaderno. */
  cargar(): Promise<void> { return this._loadFromKernel(); }

  protected override async loadClass(clase: string, modulo: string): Promise<any> {
    const encontrada = CLASES[modulo]?.[clase];
    if (!encontrada) throw new Error(`La página no conoce ${modulo}.${clase}`);
    return encontrada;
  }

  protected override async _create_comm(destino: string, id?: string, datos?: any, metadatos?: any, bultos?: any): Promise<any> {
    const comm = this.nucleo.createComm(destino, id);
    if (datos || metadatos) comm.open(datos, metadatos, bultos);
    return new base.shims.services.Comm(comm);
  }

  protected override async _get_comm_info(): Promise<{}> {
    const respuesta = await this.nucleo.requestCommInfo({ target_name: this.comm_target_name });
    return "comms" in respuesta.content ? respuesta.content.comms : {};
  }
}
