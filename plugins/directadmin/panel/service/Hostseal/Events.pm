# What happened to accounts, told to the app: each event is written down first, and goes out again until it was heard.
package Hostseal::Events;
use strict;
use warnings;
use Hostseal::Assertion;
use Hostseal::Curl;
use Hostseal::Settings;
use JSON::PP;
use Time::HiRes ();

my %KINDS = map { $_ => 1 } qw(created suspended resumed removed);

sub folder { return Hostseal::Settings::root() . "/var/spool/hostseal" }

# Writes an event down; the names sort in the order in which it all happened.
sub note {
    my ($kind, $account) = @_;
    exists $KINDS{$kind} or die "no such event: $kind\n";
    $account =~ /\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z/ or die "no such account\n";
    my $path = sprintf "%s/%017.6f-%d.json", folder(), Time::HiRes::time(), $$;
    umask 077;
    open(my $file, ">", "$path.new") or die "$path cannot be written\n";
    print {$file} JSON::PP->new->canonical->utf8->encode({ sub => $account, event => { kind => $kind } });
    close($file) && rename("$path.new", $path) or die "$path cannot be written\n";
    return;
}

# Whether the app has heard it.
sub is_heard {
    my ($settings, $told) = @_;
    my $assertion = Hostseal::Assertion::sign_now($settings, { role => "administrator", %{$told} });
    my @arguments = ("--url", "$settings->{app_url}/panel/lifecycle", ($settings->{app_ca} ? ("--cacert", $settings->{app_ca}) : ()));
    my ($status) = eval { Hostseal::Curl::ask(\@arguments, [[data => "assertion=$assertion"]]) };
    return ($status // 0) == 204;
}

# Tells all that waits, the oldest first, until one is not heard. How many still wait.
sub deliver {
    my ($settings) = @_;
    my @waiting = sort glob(folder() . "/*.json");
    while (@waiting) {
        my $told = eval { JSON::PP->new->utf8->decode(Hostseal::Settings::text_of($waiting[0])) };
        last if $told && !is_heard($settings, $told);
        unlink shift @waiting;
    }
    return scalar @waiting;
}

1;
