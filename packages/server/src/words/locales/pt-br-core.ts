import type { CoreWords } from "../core-words.ts";
import { ptBrErrors } from "./pt-br-errors.ts";
import { ptBrMails } from "./pt-br-mails.ts";
import { ptBrCodes, ptBrPhrases } from "./pt-br-phrases.ts";

export const ptBrCore: CoreWords = {
  locale: "pt-BR",
  waits: {
    "draft.blocked": { sentence: "{problem}", todo: "{fix} Nada foi cobrado." },
    "draft.agreement": {
      sentence: "O contrato de assinante ainda não foi aceito.",
      todo: "Leia e aceite o contrato.",
    },
    "draft.confirm": {
      sentence: "Tudo pronto: {names}, duração em anos: {years}, preço: {price}. Depois da emissão não há reembolso.",
      todo: "Confirme o pedido.",
    },
    "preflight.blocked": {
      sentence: "A reemissão seria recusada: {problem}",
      todo: "{fix} O certificado atual continua no lugar.",
    },
    "balance.low": {
      sentence: "O saldo de {balance} não cobre o preço de {price}.",
      todo: "Recarregue o saldo; depois o pedido continua sozinho.",
    },
    "proof.record": {
      sentence: "{name} deve ser validado por DNS, e a zona está hospedada em outro lugar. Encontrado agora: {found}.",
      todo: "Crie este registro no provedor de DNS: {host} {type} {value}",
    },
    "proof.file": {
      sentence:
        "{name} deve ser validado por um arquivo, e o site está hospedado em outro lugar. Encontrado agora: {found}.",
      todo: "Coloque um arquivo com este conteúdo em http://{name}{path}: {body}",
    },
    "proof.mail": {
      sentence: "Uma mensagem com um link de aprovação foi enviada a {address} para {name}.",
      todo: "Abra a mensagem e siga o link, ou escolha outro método.",
    },
    "proof.spreading": {
      sentence: "A comprovação de {name} está publicada e ainda não é visível de fora. Encontrado agora: {found}.",
      todo: "Nada: os servidores de nomes costumam acompanhar em poucos minutos.",
    },
    "proof.refused": {
      sentence:
        "A autoridade certificadora procurou a comprovação de {name} e não a aceitou: {because}. Ela viu: {evidence}.",
      todo: "Compare o que ela viu com o que está publicado; ela será consultada de novo automaticamente.",
    },
    "issuer.preparing": {
      sentence: "A autoridade certificadora ainda não disse o que quer ver para {name}.",
      todo: "Nada: perguntamos de novo por conta própria.",
    },
    "issuer.checking": {
      sentence: "As comprovações estão visíveis; pedimos à autoridade certificadora que as olhe.",
      todo: "Nada: costuma levar alguns minutos.",
    },
    "issuer.organisation": {
      sentence: "A autoridade certificadora verifica a organização: {check}.",
      todo: "Responda quando ela ligar ou escrever; isso pode levar alguns dias.",
    },
    "issuer.issuing": {
      sentence: "Tudo está validado; a autoridade certificadora produz o certificado.",
      todo: "Nada: costuma levar minutos.",
    },
    "install.by-hand": {
      sentence: "O certificado foi emitido e ainda não é visto em {name}: {found}.",
      todo: "Instale-o: esta página entrega certificado, cadeia e chave, uma única vez.",
    },
    "step.failed": { sentence: "{problem}", todo: "{fix}" },
    "licence.running": {
      sentence: "O certificado está em uso até {notAfter}. Licença até {licenceEnd}.",
      todo: "Nada: {plan}.",
    },
    "site.not-served": {
      sentence: "{name} foi visto sem o seu certificado ({seen}): {because}.",
      todo: "Descubra o que mudou no servidor; uma reemissão o instala de novo.",
    },
    "account.suspended": {
      sentence: "A conta de hospedagem está suspensa, e o pedido está parado. O certificado atual continua no lugar.",
      todo: "Retire a suspensão no painel; o pedido continua sozinho.",
    },
    "account.removed": {
      sentence: "A conta de hospedagem deste pedido foi removida; nada mais é reemitido lá.",
      todo: "Cancele ou revogue o pedido, ou deixe-o: ele termina com a licença.",
    },
    "licence.taken-over": {
      sentence: "O pedido {by} continua esta licença, que termina em {licenceEnd}.",
      todo: "Nada.",
    },
    "licence.ending": {
      sentence: "A licença termina em {licenceEnd}, e com ela o último certificado.",
      todo: "Renove-a: uma renovação a continua sem interrupção.",
    },
  },
  errors: ptBrErrors,
  problems: {
    fine: { sentence: "{name} está pronto: {evidence}.", fix: "Nada a fazer." },
    "caa-other-issuer": {
      sentence: "CAA em {at} só permite outras autoridades: {record}.",
      fix: "Acrescente o registro `{at} CAA {add}`.",
    },
    "caa-nobody": {
      sentence: "CAA em {at} proíbe qualquer autoridade: {record}.",
      fix: "Substitua-o pelo registro `{at} CAA {add}`.",
    },
    "caa-critical": {
      sentence: "CAA em {at} tem uma propriedade crítica que nenhuma autoridade pode ignorar: {record}.",
      fix: "Remova o registro {record} em {at}.",
    },
    "caa-parameters": {
      sentence: "CAA em {at} limita a autoridade a outra conta ou a outro método: {record}.",
      fix: "Mude-o para o registro `{at} CAA {add}`.",
    },
    "caa-unanswered": {
      sentence:
        "A pergunta por CAA em {at} ficou sem resposta ({because}, de {server}); assim nenhuma autoridade pode emitir.",
      fix: "Faça com que os servidores de nomes de {at} respondam a perguntas do tipo CAA.",
    },
    "dnssec-bogus": {
      sentence: "As assinaturas DNSSEC de {at} não conferem; assim nenhuma autoridade pode emitir (BR §4.2.2.2).",
      fix: "Corrija os registros DS no registrador, ou assine a zona de novo.",
    },
    "dns-unanswered": {
      sentence: "A pergunta por {type} em {at} ficou sem resposta ({because}).",
      fix: "Veja se todos os servidores de nomes de {at} respondem.",
    },
    "no-such-name": { sentence: "{name} não existe no DNS.", fix: "Crie-o, ou corrija a grafia." },
    "no-address": {
      sentence: "{name} não tem endereço, então um arquivo nele não pode ser buscado.",
      fix: "Acrescente um registro A ou AAAA, ou escolha a validação por DNS.",
    },
    "http-unreachable": {
      sentence: "http://{name}/.well-known/pki-validation/ não pode ser buscado de fora: {because}.",
      fix: "Abra a porta 80 para todos, ou escolha a validação por DNS.",
    },
    "http-redirect": {
      sentence:
        "http://{name}/.well-known/pki-validation/ redireciona de um modo que nenhuma autoridade segue: {because}.",
      fix: "Exclua /.well-known/ do redirecionamento, ou escolha a validação por DNS.",
    },
    "no-mail-server": {
      sentence: "{name} não tem servidor de e-mail, então uma mensagem de aprovação não pode chegar.",
      fix: "Escolha a validação por DNS ou por arquivo.",
    },
    "method-refused": {
      sentence: "{name} não pode ser validado assim ({method}): {because}.",
      fix: "Escolha: {alternatives}.",
    },
    "method-ends": {
      sentence: "A validação de {name} deste modo ({method}) termina em {endsAt}.",
      fix: "Nada por enquanto; mude para DNS ou arquivo antes desse dia.",
    },
  },
  mails: ptBrMails,
  phrases: ptBrPhrases,
  codes: ptBrCodes,
  actors: {
    customer: "Você",
    partner: "Seu provedor",
    operator: "Quem administra o servidor",
    issuer: "A autoridade certificadora",
    hostseal: "Ninguém: continua sozinho",
  },
  standings: {
    examining: "Em exame",
    blocked: "Bloqueado",
    "ready-to-order": "Pronto para pedir",
    "waiting-for-balance": "Aguardando saldo",
    "checking-domain": "Verificando seu domínio",
    "waiting-for-issuer": "Aguardando a autoridade certificadora",
    "waiting-for-you": "Aguardando você",
    "under-way": "Em andamento",
    "not-installed": "Emitido, não instalado",
    active: "Ativo",
    "licence-ending": "Ativo, a licença termina em breve",
    continued: "Continuado pela renovação",
    "not-served": "Fora de uso",
    paused: "Pausado",
    failing: "Falhou, nova tentativa a caminho",
    "failing-old-live": "Falhou, o certificado antigo continua ativo",
    expired: "Expirado",
    cancelled: "Cancelado",
    refunded: "Cancelado, dinheiro devolvido",
    revoked: "Revogado",
    rejected: "Recusado pela autoridade certificadora",
  },
};
