<?php

interface pm_Hook_Interface
{
}

interface EventListener
{
    public function filterActions();

    public function handleEvent($objectType, $objectId, $action, $oldValues, $newValues);
}

abstract class pm_Hook_ApiRpc implements pm_Hook_Interface
{
    abstract public function call($params);
}

abstract class pm_Hook_LongTasks implements pm_Hook_Interface
{
    abstract public function getLongTasks();
}

/** Commands get their options by name, as parameters of their methods. */
abstract class pm_Hook_ApiCli implements pm_Hook_Interface
{
    public int $code = 0;

    public function stdout($message): void
    {
        fwrite(STDOUT, $message);
    }

    public function stderr($message): void
    {
        fwrite(STDERR, $message);
    }

    public function exitCode($code = 0): void
    {
        $this->code = $code;
    }
}

abstract class pm_Hook_CustomButtons implements pm_Hook_Interface
{
    public const PLACE_ADMIN_TOOLS_AND_SETTINGS = 5;
    public const PLACE_HOSTING_PANEL_NAVIGATION = 7;
    public const PLACE_ADMIN_NAVIGATION = 12;
    public const PLACE_RESELLER_NAVIGATION = 13;
    public const PLACE_DOMAIN_PROPERTIES_DYNAMIC = 16;
    public const SECTION_ADMIN_TOOLS_SECURITY = 'securityButtons';
    public const SECTION_NAV_ADDITIONAL = 'custom_buttons';
    public const SECTION_DOMAIN_PROPS_DYNAMIC_SECURITY = 'security';

    abstract public function getButtons();
}

final class pm_Session
{
    public static function isExist(): bool
    {
        return PleskState::at('session') !== '';
    }

    public static function getClient(): pm_Client
    {
        if (!self::isExist()) {
            throw new pm_Exception('There is no session');
        }
        return pm_Client::getByLogin(PleskState::at('session'));
    }
}

final class pm_Extension
{
    private string $id;

    private function __construct(string $id)
    {
        $this->id = $id;
    }

    public static function getById($id): self
    {
        if (!isset(PleskState::at('extensions')[$id])) {
            throw new pm_Exception("Extension $id is not found");
        }
        return new self($id);
    }

    public function isActive(): bool
    {
        return PleskState::at('extensions')[$this->id]['active'];
    }

    public function getVersion(): string
    {
        return PleskState::at('extensions')[$this->id]['version'];
    }
}

final class pm_ProductInfo
{
    public static function getVersion(): string
    {
        return '18.0.64';
    }
}

abstract class pm_LongTask_Task
{
    public const STATUS_NOT_STARTED = 'not_started';
    public const STATUS_DONE = 'done';

    private string $status = self::STATUS_NOT_STARTED;

    abstract public function run();

    public function getStatus(): string
    {
        return $this->status;
    }

    public function finish(): void
    {
        $this->run();
        $this->status = self::STATUS_DONE;
    }
}

/** Tasks run in a process of their own; the driver runs what was started. */
final class pm_LongTask_Manager
{
    public function start(pm_LongTask_Task $task, ?pm_Domain $domain = null): pm_LongTask_Task
    {
        $started = &PleskState::at('tasks');
        $started[] = get_class($task);
        return $task;
    }
}

final class pm_Scheduler_Task
{
    private string $command = '';
    private array $schedule = [];

    public function setCmd($cmd): void
    {
        $this->command = $cmd;
    }

    public function getCmd(): string
    {
        return $this->command;
    }

    public function setSchedule(array $schedule): void
    {
        $this->schedule = $schedule;
    }

    public function getSchedule(): array
    {
        return $this->schedule;
    }
}

final class pm_Scheduler
{
    public static function getInstance(): self
    {
        return new self();
    }

    public function putTask(pm_Scheduler_Task $task): void
    {
        if (!is_file(pm_Context::getPlibDir() . 'scripts/' . $task->getCmd())) {
            throw new pm_Exception("There is no script {$task->getCmd()}");
        }
        $schedule = &PleskState::at('schedule');
        $schedule[] = ['cmd' => $task->getCmd()] + $task->getSchedule();
    }

    public function removeAllTasks(): void
    {
        $schedule = &PleskState::at('schedule');
        $schedule = [];
    }
}

final class pm_View_Status
{
    public function addInfo($message): void
    {
        $this->add('info', $message);
    }

    public function addError($message): void
    {
        $this->add('error', $message);
    }

    private function add(string $kind, string $message): void
    {
        echo "<div class=\"msg-$kind\">" . htmlspecialchars($message) . "</div>\n";
    }
}

final class PleskView extends stdClass
{
    public function escape($text): string
    {
        return htmlspecialchars((string) $text, ENT_QUOTES);
    }

    public function lmsg($key): string
    {
        return pm_Locale::lmsg($key);
    }

    public function render(string $script): void
    {
        include pm_Context::getPlibDir() . "views/scripts/$script.phtml";
    }
}

final class PleskRequest
{
    private array $post;

    public function __construct(array $post)
    {
        $this->post = $post;
    }

    public function isPost(): bool
    {
        return $this->post !== [];
    }

    public function getPost(): array
    {
        return $this->post;
    }
}

abstract class pm_Controller_Action
{
    protected $_accessLevel = [];
    protected pm_View_Status $_status;
    public PleskView $view;
    private array $parameters;
    private PleskRequest $request;

    public function __construct(array $parameters, array $post)
    {
        $this->_status = new pm_View_Status();
        $this->view = new PleskView();
        $this->parameters = $parameters;
        $this->request = new PleskRequest($post);
        if ($this->_accessLevel === 'admin' && !pm_Session::getClient()->isAdmin()) {
            throw new pm_Exception('Permission denied');
        }
    }

    public static function lmsg($key, $params = []): string
    {
        return pm_Locale::lmsg($key, $params);
    }

    protected function _getParam($name)
    {
        return $this->parameters[$name] ?? null;
    }

    protected function getRequest(): PleskRequest
    {
        return $this->request;
    }
}

class pm_Form_Simple
{
    private array $elements = [];

    public function addElement($type, $name = null, $options = null): void
    {
        $this->elements[$name] = ['type' => $type] + $options;
    }

    public function addControlButtons($options = []): void
    {
    }

    public function isValid($data): bool
    {
        foreach ($this->elements as $name => $element) {
            $this->elements[$name]['value'] = $data[$name] ?? '';
            if (($element['required'] ?? false) && ($data[$name] ?? '') === '') {
                return false;
            }
        }
        return true;
    }

    public function getValue($name)
    {
        return $this->elements[$name]['value'];
    }

    /** A password field never shows what is in it. */
    public function __toString(): string
    {
        $fields = '';
        foreach ($this->elements as $name => $element) {
            $value = $element['type'] === 'password' ? '' : htmlspecialchars($element['value'], ENT_QUOTES);
            $fields .= "<input type=\"{$element['type']}\" name=\"$name\" value=\"$value\">\n";
        }
        return "<form method=\"post\">\n$fields</form>\n";
    }
}
