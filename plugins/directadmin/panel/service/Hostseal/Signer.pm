# Vouches for one session. Three must agree on who it is: the kernel, about whoever holds the other end of the socket; the
# panel, about the session; and the level that the page was shown at.
package Hostseal::Signer;
use strict;
use warnings;
use Hostseal::Assertion;
use Hostseal::Session;
use JSON::PP;
use Socket qw(SOL_SOCKET);

my $SO_PEERCRED = 17;
my %RANKS       = (user => 0, reseller => 1, admin => 2);
my %ROLES       = (user => "customer", reseller => "reseller", admin => "administrator");
my $LOCALE      = qr/\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\z/;

# The Unix user at the other end.
sub peer {
    my ($socket) = @_;
    my $packed = getsockopt($socket, SOL_SOCKET, $SO_PEERCRED) or return;
    my (undef, $uid) = unpack "iII", $packed;
    return scalar getpwuid $uid;
}

# The answer to what a page asked: an assertion and where it goes, or why there is none.
sub answer {
    my ($settings, $request, $peer) = @_;
    my $level = $request->{level} // "";
    return { refused => "malformed" } unless exists $RANKS{$level};
    my $owner = eval { Hostseal::Session::owner($settings, $request->{session_id} // "", $request->{session_key} // "") };
    return { refused => "panel-unreachable" } if $@;
    return { refused => "no-session" } unless $owner;
    return { refused => "another-user" } unless defined $peer && $peer eq $owner->{name};
    return { refused => "suspended" } if $owner->{is_suspended};
    return { refused => "beyond-its-level" } if $RANKS{$level} > ($RANKS{ $owner->{level} } // 0);
    my $locale    = $request->{locale} // "";
    my $assertion = Hostseal::Assertion::sign_now($settings, {
        sub       => $owner->{name},
        role      => $ROLES{$level},
        return_to => "$settings->{panel_url}/",
        ($locale =~ $LOCALE ? (locale => $locale) : ()),
    });
    return { assertion => $assertion, app => $settings->{app_url} };
}

1;
