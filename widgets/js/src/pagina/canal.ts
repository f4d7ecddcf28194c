// El canal con el núcleo que el servidor ya arrancó para esta página.
import type { Kernel } from "@jupyterlab/services";
import { KernelConnection } from "@jupyterlab/services/lib/kernel/default";
import { CommsOverSubshells } from "@jupyterlab/services/lib/kernel/comm";
import { ServerConnection } from "@jupyterlab/services/lib/serverconnection";

/** Conecta con el núcleo de ese id. */
export function conectar(id: string): Kernel.IKernelConnection {
  return new KernelConnection({
    model: { id, name: "python3" },
    serverSettings: ServerConnection.makeSettings(),
    handleComms: true,
    commsOverSubshells: CommsOverSubshells.Disabled,
  });
}
