<?php

/** One file below `/.well-known/` of a site, written and removed as the owner of the site. */
final class Modules_Hostseal_ValidationFile
{
    /** Nothing a CA asks for has other characters, and without a leading dot no step leads upwards. */
    private const PATH = '#^/\.well-known(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$#D';

    private pm_FileManager $files;
    private string $path;

    public function __construct(pm_Domain $domain, string $path)
    {
        if (preg_match(self::PATH, $path) !== 1) {
            throw new Modules_Hostseal_Refusal('path-refused');
        }
        $this->files = new pm_FileManager($domain->getId());
        $this->path = rtrim($domain->getDocumentRoot(true), '/') . $path;
    }

    public function put(string $body): void
    {
        $this->attempt(function () use ($body): void {
            $folder = dirname($this->path);
            if (!$this->files->fileExists($folder)) {
                $this->files->mkdir($folder, '0755', true);
            }
            $this->files->filePutContents($this->path, $body);
        });
    }

    public function remove(): void
    {
        $this->attempt(function (): void {
            if ($this->files->fileExists($this->path)) {
                $this->files->removeFile($this->path);
            }
        });
    }

    /** Of what lies there now; empty when nothing does. */
    public function digest(): string
    {
        $exists = $this->files->fileExists($this->path);
        return $exists ? hash('sha256', $this->files->fileGetContents($this->path)) : '';
    }

    private function attempt(callable $work): void
    {
        try {
            $work();
        } catch (pm_Exception $thrown) {
            throw new Modules_Hostseal_Refusal('file-refused', $thrown->getMessage());
        }
    }
}
