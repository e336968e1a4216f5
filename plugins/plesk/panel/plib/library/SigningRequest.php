<?php

/** A fresh key and a request for names with it. */
final class Modules_Hostseal_SigningRequest
{
    /** PHP wants a length in bits for every kind, and heeds it for RSA. */
    private const KINDS = [
        'rsa-2048' => ['private_key_type' => OPENSSL_KEYTYPE_RSA, 'private_key_bits' => 2048],
        'rsa-3072' => ['private_key_type' => OPENSSL_KEYTYPE_RSA, 'private_key_bits' => 3072],
        'rsa-4096' => ['private_key_type' => OPENSSL_KEYTYPE_RSA, 'private_key_bits' => 4096],
        'ec-p256' => ['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1', 'private_key_bits' => 2048],
        'ec-p384' => ['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'secp384r1', 'private_key_bits' => 2048],
    ];
    private const NAME = '/^(?=.{1,253}$)(\*\.)?([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/D';
    private const LONGEST_COMMON_NAME = 64;

    public string $key = '';
    public string $csr = '';

    /** @param string[] $names */
    public function __construct(string $kind, array $names)
    {
        if (!isset(self::KINDS[$kind])) {
            throw new Modules_Hostseal_Refusal('key-kind-unknown');
        }
        if ($names === [] || count(preg_grep(self::NAME, $names)) !== count($names)) {
            throw new Modules_Hostseal_Refusal('name-refused');
        }
        $this->make(self::KINDS[$kind], $names);
    }

    private function make(array $kind, array $names): void
    {
        $config = tempnam(pm_Context::getVarDir(), 'csr');
        try {
            file_put_contents($config, $this->configFor($names));
            $options = $kind + ['config' => $config, 'digest_alg' => 'sha256', 'req_extensions' => 'wanted'];
            $key = openssl_pkey_new($options);
            $csr = $key === false ? false : openssl_csr_new($this->subjectFor($names), $key, $options);
            if ($csr === false || !openssl_csr_export($csr, $this->csr) || !openssl_pkey_export($key, $this->key, null, $options)) {
                throw new Modules_Hostseal_Refusal('key-refused', (string) openssl_error_string());
            }
        } finally {
            unlink($config);
        }
    }

    private function configFor(array $names): string
    {
        $wanted = implode(',', array_map(static fn (string $name): string => "DNS:$name", $names));
        return "[req]\ndistinguished_name = subject\nprompt = no\n[subject]\n[wanted]\nsubjectAltName = $wanted\n";
    }

    /** The first name that is short enough; the CA looks at all of them beside the subject. */
    private function subjectFor(array $names): array
    {
        foreach ($names as $name) {
            if (strlen($name) <= self::LONGEST_COMMON_NAME) {
                return ['commonName' => $name];
            }
        }
        throw new Modules_Hostseal_Refusal('name-refused', 'All names are longer than 64 characters');
    }
}
