//go:build tools

// Package yaml pins the YAML language host. It is a module of its own because the host's last release does not
// compile with the packages of the CLI that the module beside this one pins.
package yaml

import (
	_ "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"
)
