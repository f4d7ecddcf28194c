// Del índice de @jupyterlab/services, sólo lo que pide el canal del núcleo.
export { ServerConnection } from "@jupyterlab/services/lib/serverconnection";
export { CommsOverSubshells } from "@jupyterlab/services/lib/kernel/comm";
