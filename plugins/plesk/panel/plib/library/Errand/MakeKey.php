<?php

/** Makes a key that stays here, and answers with a request for names and the word under which the key is kept. */
final class Modules_Hostseal_Errand_MakeKey
{
    public function run(Modules_Hostseal_Parameters $parameters): array
    {
        $domain = $parameters->site();
        $made = new Modules_Hostseal_SigningRequest($parameters->text('type'), explode(',', $parameters->text('names')));
        $reference = 'key-' . bin2hex(random_bytes(12));
        Modules_Hostseal_KeyCabinet::put($reference, [
            'account' => (int) $domain->getClient()->getId(),
            'site' => (int) $domain->getId(),
            'pem' => $made->key,
            'uses' => [],
        ]);
        return ['reference' => $reference, 'csr' => base64_encode($made->csr)];
    }
}
