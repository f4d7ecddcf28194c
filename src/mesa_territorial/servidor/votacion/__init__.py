"""La votación en vivo: un servidor chico, en su propio proceso, que sólo habla con celulares."""
