<?php

/*
 * What Plesk does with an extension, one request at a time: php plesk.php REQUEST < parameters in JSON.
 * The extension is installed below HOSTSEAL_ROOT; what Plesk knows lies in the file PLESK_STATE.
 */

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    if ((error_reporting() & $level) === 0) {
        return false;
    }
    throw new ErrorException($message, 0, $level, $file, $line);
});

require __DIR__ . '/pm-state.php';
require __DIR__ . '/pm-hosting.php';
require __DIR__ . '/pm-panel.php';

/* As pm_Loader does: Modules_Hostseal_A_B is library/A/B.php; hooks lie in a folder of their own. */
spl_autoload_register(static function (string $class): void {
    $path = str_replace(['Modules_Hostseal_', '_'], ['', '/'], $class) . '.php';
    foreach (['library', 'hooks'] as $folder) {
        $file = pm_Context::getPlibDir() . "$folder/$path";
        if (is_file($file)) {
            require_once $file;
            return;
        }
    }
});

/** @return mixed */
function answerTo(string $request, array $parameters)
{
    switch ($request) {
        case 'rpc':
            return (new Modules_Hostseal_ApiRpc())->call($parameters);
        case 'page':
            return page($parameters['controller'], $parameters['query'] ?? [], $parameters['post'] ?? []);
        case 'buttons':
            return buttons($parameters);
        case 'event':
            $listener = require_once pm_Context::getPlibDir() . 'library/EventListener.php';
            $listener->handleEvent($parameters['type'], $parameters['id'], $parameters['action'], $parameters['old'], $parameters['new']);
            return $listener->filterActions();
        case 'tasks':
            return tasks();
        case 'script':
            return script($parameters['name']);
        case 'sign':
            return Modules_Hostseal_Assertion::sign($parameters['claims'], $parameters['key']);
        case 'command':
            $cli = commands($parameters['stdin'] ?? '');
            $cli->{$parameters['name'] . 'Command'}(...$parameters['options']);
            return $cli->code;
    }
    throw new pm_Exception("No such request: $request");
}

function page(string $controller, array $query, array $post): string
{
    require_once pm_Context::getPlibDir() . 'controllers/' . ucfirst($controller) . 'Controller.php';
    ob_start();
    try {
        $class = ucfirst($controller) . 'Controller';
        $page = new $class($query, $post);
        $page->indexAction();
        $page->view->render("$controller/index");
        return ob_get_contents();
    } finally {
        ob_end_clean();
    }
}

function buttons(array $context): array
{
    return array_map(static function (array $button) use ($context): array {
        $isVisible = !isset($button['visibility']) || ($button['visibility'])($context);
        return ['visibility' => $isVisible] + $button;
    }, (new Modules_Hostseal_CustomButtons())->getButtons());
}

/** The command line, with the text in place of standard input, which has the parameters. */
function commands(string $stdin): Modules_Hostseal_ApiCli
{
    return new class ($stdin) extends Modules_Hostseal_ApiCli {
        private string $stdin;

        public function __construct(string $stdin)
        {
            $this->stdin = $stdin;
        }

        protected function readKey(): string
        {
            return trim($this->stdin);
        }
    };
}

/** Runs what was started, each task as one that the extension has registered. */
function tasks(): array
{
    $known = array_map('get_class', (new Modules_Hostseal_LongTasks())->getLongTasks());
    $waiting = &PleskState::at('tasks');
    [$started, $waiting] = [$waiting, []];
    return array_map(static function (string $class) use ($known): string {
        if (!in_array($class, $known, true)) {
            throw new pm_Exception("The task $class is not registered");
        }
        $task = new $class();
        $task->finish();
        return $task->statusMessage();
    }, $started);
}

function script(string $name): bool
{
    $file = pm_Context::getPlibDir() . "scripts/$name.php";
    if (!is_file($file)) {
        return false;
    }
    require $file;
    return true;
}

[, $request] = $argv;
$parameters = json_decode(stream_get_contents(STDIN), true, 32, JSON_THROW_ON_ERROR);
try {
    $answer = answerTo($request, $parameters);
    fwrite(STDOUT, "\n" . json_encode(['answer' => $answer], JSON_THROW_ON_ERROR));
} catch (pm_Exception $thrown) {
    fwrite(STDOUT, "\n" . json_encode(['thrown' => $thrown->getMessage()], JSON_THROW_ON_ERROR));
}
