<?php

final class Modules_Hostseal_Errand_PutFile
{
    public function run(Modules_Hostseal_Parameters $parameters): array
    {
        $file = new Modules_Hostseal_ValidationFile($parameters->site(), $parameters->text('path'));
        $file->put($parameters->decoded('body'));
        return ['sha256' => $file->digest()];
    }
}
