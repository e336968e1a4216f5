package Hostseal::Lifecycle;

# What the panel's hooks tell, in the words of the app. Nothing else of what they tell is looked at: some carry passwords.

use strict;
use warnings;
use Exporter qw(import);

our @EXPORT_OK = qw(HOOKS to_message);

my %KINDS = (
    'Accounts::Create'        => 'created',
    'Accounts::Modify'        => 'renamed',
    'Accounts::Remove'        => 'removed',
    'Accounts::suspendacct'   => 'suspended',
    'Accounts::unsuspendacct' => 'resumed',
);

# What `manage_hooks` is told that we want to hear.
sub HOOKS {
    my ($script) = @_;
    my @accounts = map { { category => 'Whostmgr', event => $_ } } sort keys %KINDS;
    my @all      = ( @accounts, { category => 'System', event => 'upcp' } );
    return [ map { { %{$_}, stage => 'post', hook => $script, exectype => 'script' } } @all ];
}

sub _user_in {
    my ( $told, $name ) = @_;
    my $arguments = ref $told->{args} eq 'HASH' ? $told->{args} : {};
    my $user      = $told->{$name} // $arguments->{$name};
    return defined $user && !ref $user && $user =~ /\A[a-z][a-z0-9_.-]*\z/ ? $user : undef;
}

# Nothing for what is none of ours: other events, and changes of an account that leave its name.
sub to_message {
    my ( $event, $told ) = @_;
    my $kind = $KINDS{ $event // '' };
    my $user = _user_in( $told, 'user' );
    return if !$kind || !defined $user;
    return { sub => $user, event => { kind => $kind } } if $kind ne 'renamed';
    my $to = _user_in( $told, 'newuser' );
    return if !defined $to || $to eq $user;
    return { sub => $user, event => { kind => 'renamed', to => $to } };
}

1;
