import type { MailWords } from "../core-words.ts";

export const ptBrMails: MailWords = {
  "certificate-active": {
    subject: "{names}: o certificado está ativo",
    text: "O certificado para {names} está instalado e foi visto de fora.\nEle vale até {notAfter} e é trocado automaticamente antes disso.",
  },
  "proof-needed": {
    subject: "{names}: comprove, por favor, que você controla o nome",
    text: "A autoridade certificadora quer ver uma comprovação para {names}, em um lugar onde não podemos escrever.\nA página do pedido {order} mostra exatamente o que publicar; nós percebemos sozinhos.",
  },
  "install-needed": {
    subject: "{names}: o certificado está pronto para ser instalado",
    text: "O certificado para {names} foi emitido. A página do pedido {order} o entrega com a chave, uma única vez.\nObservamos o site e avisamos quando ele estiver em uso.",
  },
  "certificate-in-danger": {
    subject: "{names}: o certificado termina em {notAfter} e o sucessor ainda não está em uso",
    text: "O próximo certificado para {names} não foi instalado, e o atual termina em {notAfter}.\nA página do pedido {order} diz o que falta.",
  },
  "certificate-revoked": {
    subject: "{names}: a autoridade certificadora revogou o certificado",
    text: "A autoridade certificadora revogou o certificado para {names}; os navegadores vão recusá-lo.\nUm certificado revogado não pode ser reemitido. Peça um novo, por favor.",
  },
  "request-refused": {
    subject: "{names}: o que você pediu não pode ser feito",
    text: "{problem}\n{fix}",
  },
  "licence-ending": {
    subject: "{names}: a licença termina em {end}",
    text: "A licença para {names} termina em {end}. Sem renovação, o site fica sem certificado a partir daí.\nUma renovação do pedido {order} a continua sem interrupção.",
  },
};
