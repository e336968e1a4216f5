package Whostmgr::ACLS;

# Stands for the panel's own: what the caller may do is in ACLS, once it was asked for.

use strict;
use warnings;

my %held;

sub init_acls {
    %held = map { $_ => 1 } split /,/, $ENV{ACLS} // '';
    return;
}

sub checkacl {
    my ($name) = @_;
    return $held{all} || $held{$name} ? 1 : 0;
}

1;
