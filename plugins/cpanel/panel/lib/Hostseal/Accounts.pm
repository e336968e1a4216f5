package Hostseal::Accounts;

# The accounts of this server, and work that is done as one of them.

use strict;
use warnings;
use Exporter qw(import);
use Hostseal::Root qw(below);
use POSIX ();

our @EXPORT_OK = qw(account_named accounts as_account);

sub _passwd {
    open my $handle, '<', below('/etc/passwd') or return {};
    my %found;
    while ( my $line = <$handle> ) {
        my ( $name, undef, $uid, $gid, undef, $home ) = split /:/, $line;
        $found{$name} = { uid => $uid, gid => $gid, home => below($home) } if defined $home;
    }
    close $handle;
    return \%found;
}

# When an account was made, in seconds since 1970: what tells it from an earlier one of its name.
sub _generation {
    my ($name) = @_;
    open my $handle, '<', below("/var/cpanel/users/$name") or return;
    my ($line) = grep { /\ASTARTDATE=\d+/ } <$handle>;
    close $handle;
    return defined $line && $line =~ /=(\d+)/ ? $1 + 0 : undef;
}

sub account_named {
    my ($name) = @_;
    return if $name !~ /\A[a-z][a-z0-9_.-]*\z/;
    my ( $entry, $generation ) = ( _passwd()->{$name}, _generation($name) );
    return if !$entry || !defined $generation || $entry->{uid} == 0;
    return { %{$entry}, name => $name, generation => $generation };
}

sub accounts {
    opendir my $handle, below('/var/cpanel/users') or return;
    my @names = sort grep { !/\A[.]/ && $_ ne 'system' } readdir $handle;
    closedir $handle;
    return map { account_named($_) // () } @names;
}

sub _become {
    my ( $uid, $gid ) = @_;
    return if $> == $uid;
    $) = "$gid $gid";
    POSIX::setgid($gid);
    POSIX::setuid($uid);
    die "cannot become the account\n" if $> != $uid || $< != $uid;
    return;
}

# Runs work as the account, so that nothing the account has put in the way leads root astray.
sub as_account {
    my ( $account, $work ) = @_;
    my $pid = fork;
    die "Cannot fork: $!\n" if !defined $pid;
    if ( $pid == 0 ) {
        my $is_done = eval { _become( $account->{uid}, $account->{gid} ); $work->(); 1 };
        print {*STDERR} "$account->{name}: $@" if !$is_done;
        POSIX::_exit( $is_done ? 0 : 1 );
    }
    waitpid $pid, 0;
    return $? == 0;
}

1;
