<?php

/**
 * What the app asks of this server beside Plesk's own XML API: `<extension><call><hostseal><ERRAND>…`. Each errand checks
 * for itself whose account it is about, and who asks.
 */
class Modules_Hostseal_ApiRpc extends pm_Hook_ApiRpc
{
    private const ERRANDS = [
        'describe' => Modules_Hostseal_Errand_Describe::class,
        'look' => Modules_Hostseal_Errand_Look::class,
        'zone-of' => Modules_Hostseal_Errand_ZoneOf::class,
        'put-file' => Modules_Hostseal_Errand_PutFile::class,
        'remove-file' => Modules_Hostseal_Errand_RemoveFile::class,
        'make-key' => Modules_Hostseal_Errand_MakeKey::class,
        'install-kept' => Modules_Hostseal_Errand_InstallKept::class,
        'forget-key' => Modules_Hostseal_Errand_ForgetKey::class,
    ];

    public function call($params)
    {
        $brought = [];
        foreach ((array) $params as $name => $parameters) {
            $brought[$name] = $this->run((string) $name, is_array($parameters) ? $parameters : []);
        }
        return $brought;
    }

    /** @return array<string, string> */
    private function run(string $name, array $parameters): array
    {
        try {
            $errand = self::ERRANDS[$name] ?? null;
            if ($errand === null) {
                throw new Modules_Hostseal_Refusal('errand-unknown');
            }
            return (new $errand())->run(new Modules_Hostseal_Parameters($parameters));
        } catch (Modules_Hostseal_Refusal $refusal) {
            return ['refused' => $refusal->getWord(), 'because' => $refusal->getMessage()];
        }
    }
}
