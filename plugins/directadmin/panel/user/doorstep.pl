#!/usr/bin/perl
# The panel wants this under the name index.html; the installation puts it there.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::RealBin/../pages";
use Doorstep;

print Doorstep::page("user");
