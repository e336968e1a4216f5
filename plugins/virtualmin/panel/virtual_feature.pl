# What Virtualmin asks of its plugins: links for owners, the programs they may call, and what happens to accounts.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
require(dirname(__FILE__)."/hostseal-lib.pl");
our (%text, $module_name, $events_folder);

my @PROGRAMS = map { "hostseal-$_" } ("about", "look", "keep", "restore", "settle", "file", "key");

sub feature_name
{
return $text{'feature_name'};
}

sub feature_label
{
return $text{'feature_name'};
}

sub feature_losing
{
return $text{'feature_losing'};
}

sub feature_check
{
return undef;
}

# Alias servers have no website of their own.
sub feature_suitable
{
my ($parent, $alias) = @_;
return $alias ? 0 : 1;
}

# Programs that check for themselves which domains a caller may touch.
sub feature_remote_api_commands
{
return @PROGRAMS;
}

sub feature_modules
{
return ([ $module_name, $text{'feature_name'} ]);
}

sub feature_webmin
{
my ($d, $all) = @_;
return (grep { $_->{$module_name} } @$all) ? ([ $module_name, { 'noconfig' => 1 } ]) : ();
}

sub feature_links
{
my ($d) = @_;
return ({ 'mod' => $module_name, 'desc' => $text{'feature_name'}, 'page' => "index.cgi?dom=$d->{'id'}",
	  'cat' => "server" });
}

# Accounts are those of top-level servers: a sub-server that goes takes nobody with it.
sub report
{
my ($d, $event, $account) = @_;
if (!$d->{'parent'}) {
	note_event($events_folder, $account // $d->{'user'}, $event);
	eval { deliver_waiting_events() };
	}
return 1;
}

sub feature_setup
{
return report($_[0], { 'kind' => "created" });
}

sub feature_modify
{
my ($d, $before) = @_;
return 1 if ($d->{'user'} eq $before->{'user'});
return report($d, { 'kind' => "renamed", 'to' => $d->{'user'} }, $before->{'user'});
}

sub feature_disable
{
return report($_[0], { 'kind' => "suspended" });
}

sub feature_enable
{
return report($_[0], { 'kind' => "resumed" });
}

# The feature alone may be switched off; an account is gone when its domain goes.
sub feature_delete
{
my ($d) = @_;
return $d->{'deleting'} ? report($d, { 'kind' => "removed" }) : 1;
}

1;
