#!/usr/bin/perl
# The panel's own program: turning TLS on begins the renewal with free certificates.
package virtual_server;
use strict;
use warnings;
use File::Basename qw(dirname);
use lib dirname(__FILE__)."/..";
require(dirname(__FILE__)."/virtual-server-lib.pl");

my ($name) = map { $ARGV[$_ + 1] } grep { $ARGV[$_] eq "--domain" } 0 .. $#ARGV;
my $d = get_domain_by("dom", $name);
$d->{'ssl'} = 1;
$d->{'letsencrypt_renew'} = 1;
save_domain($d);
print "Updating server $name ..\n.. done\n";
