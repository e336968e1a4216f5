<?php

final class Modules_Hostseal_Errand_RemoveFile
{
    public function run(Modules_Hostseal_Parameters $parameters): array
    {
        $file = new Modules_Hostseal_ValidationFile($parameters->site(), $parameters->text('path'));
        $file->remove();
        return ['sha256' => $file->digest()];
    }
}
