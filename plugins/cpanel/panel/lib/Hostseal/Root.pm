package Hostseal::Root;

# Where things lie on the server. Everything can be put below another root, as a chroot would.

use strict;
use warnings;
use Exporter qw(import);

our @EXPORT_OK = qw(below data_folder);

sub below {
    my ($path) = @_;
    return ( $ENV{HOSTSEAL_ROOT} // '' ) . $path;
}

# Only root can look into it.
sub data_folder { return below('/var/cpanel/hostseal') }

1;
