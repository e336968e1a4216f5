package WebminCore;
# As much of Webmin as the module asks of it, over folders that the environment names.
use strict;
use warnings;
use JSON::PP;
use Exporter qw(import);
our @EXPORT = qw(init_config foreign_require foreign_check get_module_info get_webmin_version read_file write_file
	lock_file unlock_file ReadParse html_escape ui_print_header ui_print_footer);

my $root = $ENV{'WEBMIN_ROOT'};

sub read_file
{
my ($path, $into) = @_;
open(my $file, "<", $path) || return 0;
while (my $line = <$file>) {
	chomp($line);
	$into->{$1} = $2 if ($line =~ /^([^#=]+)=(.*)$/);
	}
return 1;
}

sub write_file
{
my ($path, $from) = @_;
open(my $file, ">", $path) || die "cannot write $path: $!\n";
print $file map { "$_=$from->{$_}\n" } sort(keys %$from);
close($file);
}

sub lock_file
{
}

sub unlock_file
{
}

# Sets in the package that calls what Webmin sets there for the module that runs.
sub init_config
{
my $package = caller();
my $module = "hostseal";
my $lang = $ENV{'STUB_LANG'} || "en";
my (%config, %text, %gconfig);
read_file("$ENV{'WEBMIN_CONFIG'}/$module/config", \%config);
read_file("$root/$module/lang/$_", \%text) foreach ("en", $lang);
no strict 'refs';
no warnings 'once';
*{$package."::config"} = \%config;
*{$package."::text"} = \%text;
*{$package."::gconfig"} = \%gconfig;
${$package."::module_name"} = $module;
${$package."::current_lang"} = $lang;
${$package."::remote_user"} = $ENV{'REMOTE_USER'};
${$package."::config_directory"} = $ENV{'WEBMIN_CONFIG'};
${$package."::module_config_directory"} = "$ENV{'WEBMIN_CONFIG'}/$module";
${$package."::module_var_directory"} = "$ENV{'WEBMIN_VAR'}/modules/$module";
${$package."::module_root_directory"} = "$root/$module";
}

sub foreign_require
{
my ($module, $file) = @_;
$file ||= "$module-lib.pl";
(my $package = $module) =~ s/[^A-Za-z0-9]/_/g;
eval "package $package; do '$root/$module/$file' || die \$@ || \$!; 1" || die "$module/$file: $@\n";
}

sub foreign_check
{
my ($module) = @_;
return -d "$root/$module";
}

sub get_module_info
{
return ('version' => "8.1.0");
}

sub get_webmin_version
{
return "2.660";
}

sub ReadParse
{
my $package = caller();
no strict 'refs';
%{$package."::in"} = map { my ($name, $value) = split(/=/, $_, 2); $name => $value } split(/&/, $ENV{'QUERY_STRING'} // "");
}

sub html_escape
{
my ($text) = @_;
my %names = ('&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", "'" => "&#39;");
$text =~ s/([&<>"'])/$names{$1}/g;
return $text;
}

sub ui_print_header
{
print "Content-type: text/html; Charset=UTF-8\n\n<title>$_[1]</title>\n";
}

sub ui_print_footer
{
}

1;
