# Whether the module can work here.
use strict;
use warnings;

sub is_installed
{
my ($mode) = @_;
my $found = &foreign_check("virtual-server");
return $found ? ($mode ? 2 : 1) : 0;
}

1;
