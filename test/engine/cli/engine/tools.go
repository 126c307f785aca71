//go:build tools

// Package engine pins the Pulumi CLI that the tests of test/engine run; beside it is a Node.js language host for them.
package engine

import (
	_ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
)
