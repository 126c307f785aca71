// A small Node.js language host for the tests. See README.md for why it is here and what it leaves out.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/pulumi/pulumi/sdk/v3"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	"github.com/pulumi/pulumi/sdk/v3/go/common/version"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/emptypb"
)

// How often to see whether the engine still lives, so that one that was killed leaves no processes behind.
const engineCheck = 5 * time.Second

// The exit code of a Node.js process that failed and has told the user why.
const exitToldUser = 32

func main() {
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, "pulumi-language-nodejs:", err)
		os.Exit(1)
	}
}

// serve listens until the engine ends this process or is gone. The engine reads the port from standard output.
func serve() error {
	if len(os.Args) < 2 {
		return errors.New("the engine's address is missing")
	}
	engine := os.Args[len(os.Args)-1] // After whatever flags for logs and traces.
	life, end := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer end()
	if err := rpcutil.Healthcheck(life, engine, engineCheck, end); err != nil {
		return err
	}
	stop := make(chan bool)
	context.AfterFunc(life, func() { close(stop) })
	server, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: stop,
		Init: func(s *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(s, &host{engine: engine, life: life})
			return nil
		},
	})
	if err != nil {
		return err
	}
	fmt.Println(server.Port)
	return <-server.Done
}

// What is not implemented below answers "unimplemented", which the engine takes for an older host's answer.
type host struct {
	pulumirpc.UnimplementedLanguageRuntimeServer
	engine string
	life   context.Context // Ends with the host, and with it all processes that it started.
}

func (h *host) Handshake(
	context.Context, *pulumirpc.LanguageHandshakeRequest,
) (*pulumirpc.LanguageHandshakeResponse, error) {
	return &pulumirpc.LanguageHandshakeResponse{}, nil
}

func (h *host) GetPluginInfo(context.Context, *emptypb.Empty) (*pulumirpc.PluginInfo, error) {
	return &pulumirpc.PluginInfo{Version: version.Version}, nil
}

// GetRequiredPackages names none: every resource asks for its provider and version by itself when it is registered.
func (h *host) GetRequiredPackages(
	context.Context, *pulumirpc.GetRequiredPackagesRequest,
) (*pulumirpc.GetRequiredPackagesResponse, error) {
	return &pulumirpc.GetRequiredPackagesResponse{}, nil
}

func (h *host) GetProgramDependencies(
	context.Context, *pulumirpc.GetProgramDependenciesRequest,
) (*pulumirpc.GetProgramDependenciesResponse, error) {
	return &pulumirpc.GetProgramDependenciesResponse{}, nil
}

func (h *host) RuntimeOptionsPrompts(
	context.Context, *pulumirpc.RuntimeOptionsRequest,
) (*pulumirpc.RuntimeOptionsResponse, error) {
	return &pulumirpc.RuntimeOptionsResponse{}, nil
}

func (h *host) About(ctx context.Context, _ *pulumirpc.AboutRequest) (*pulumirpc.AboutResponse, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, err
	}
	printed, err := exec.CommandContext(ctx, node, "--version").Output()
	if err != nil {
		return nil, err
	}
	return &pulumirpc.AboutResponse{Executable: node, Version: strings.TrimSpace(string(printed))}, nil
}

func (h *host) InstallDependencies(
	_ *pulumirpc.InstallDependenciesRequest, _ grpc.ServerStreamingServer[pulumirpc.InstallDependenciesResponse],
) error {
	return status.Error(codes.FailedPrecondition, "this host installs no packages: do it with the package manager")
}

// Run runs a program with the SDK's own entry point, `@pulumi/pulumi/cmd/run`.
func (h *host) Run(ctx context.Context, req *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	script, err := sdkScript(req.GetInfo().GetProgramDirectory(), "run")
	if err != nil {
		return nil, status.Error(codes.FailedPrecondition, err.Error()+"; are the program's packages installed?")
	}
	settings, err := configuration(req.GetConfig(), req.GetConfigSecretKeys())
	if err != nil {
		return nil, err
	}
	args := append(strings.Fields(option(req.GetInfo(), "nodeargs")), script,
		"--monitor="+req.GetMonitorAddress(),
		"--engine="+h.engine,
		"--organization="+req.GetOrganization(),
		"--project="+req.GetProject(),
		"--stack="+req.GetStack(),
		"--root-directory="+req.GetInfo().GetRootDirectory(),
		"--pwd="+req.GetPwd(),
		"--parallel="+strconv.Itoa(int(req.GetParallel())),
	)
	if req.GetDryRun() {
		args = append(args, "--dry-run")
	}
	args = append(append(args, req.GetInfo().GetEntryPoint()), req.GetArgs()...)

	ctx, cancel := h.bound(ctx)
	defer cancel()
	node := exec.CommandContext(ctx, "node", args...)
	node.Dir = req.GetPwd()
	node.Stdout, node.Stderr = os.Stdout, os.Stderr
	node.Env = append(os.Environ(), settings...)
	if option(req.GetInfo(), "typescript") != "false" {
		node.Env = append(node.Env, "PULUMI_NODEJS_TYPESCRIPT=true")
	}
	if path := option(req.GetInfo(), "tsconfig"); path != "" {
		node.Env = append(node.Env, "PULUMI_NODEJS_TSCONFIG_PATH="+path)
	}

	var exit *exec.ExitError
	switch err := node.Run(); {
	case err == nil:
		return &pulumirpc.RunResponse{}, nil
	case !errors.As(err, &exit):
		return nil, fmt.Errorf("cannot run node: %w", err)
	case exit.ExitCode() == exitToldUser:
		return &pulumirpc.RunResponse{Bail: true}, nil
	default:
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("the Node.js program ended with %v", exit)}, nil
	}
}

// RunPlugin runs a policy pack with the SDK's own entry point, `@pulumi/pulumi/cmd/run-policy-pack`. The pack's process
// reads the stack that it is for from its environment, but the engine tells only after it has connected: the SDK's
// proxy is what it connects to, and the process starts when the proxy has been told.
func (h *host) RunPlugin(
	req *pulumirpc.RunPluginRequest, stream grpc.ServerStreamingServer[pulumirpc.RunPluginResponse],
) error {
	if req.GetKind() != "analyzer" {
		return status.Errorf(codes.Unimplemented, "this host runs policy packs, not a plugin of kind %q", req.GetKind())
	}
	ctx, cancel := h.bound(stream.Context())
	defer cancel()
	var sending sync.Mutex // A stream is not for several senders at once.
	send := func(response *pulumirpc.RunPluginResponse) error {
		sending.Lock()
		defer sending.Unlock()
		return stream.Send(response)
	}
	stdout := writer(func(text []byte) error {
		return send(&pulumirpc.RunPluginResponse{Output: &pulumirpc.RunPluginResponse_Stdout{Stdout: text}})
	})
	stderr := writer(func(text []byte) error {
		return send(&pulumirpc.RunPluginResponse{Output: &pulumirpc.RunPluginResponse_Stderr{Stderr: text}})
	})
	exited := func(code int) error {
		return send(&pulumirpc.RunPluginResponse{Output: &pulumirpc.RunPluginResponse_Exitcode{Exitcode: int32(code)}})
	}

	pack := req.GetInfo().GetProgramDirectory()
	script, err := sdkScript(pack, "run-policy-pack")
	if err != nil {
		fmt.Fprintln(stderr, err) // The engine knows the message, and says to install the pack's packages.
		return exited(1)
	}
	// It serves for as long as the host does: why a pack did not start is asked for after its process has ended.
	proxy, nodeStdout, err := sdk.NewPolicyProxy(h.life, stdout)
	if err != nil {
		return err
	}
	stack, err := proxy.AwaitConfiguration(ctx)
	if err != nil {
		return err
	}
	settings, err := policySettings(stack)
	if err != nil {
		proxy.Abort(err)
		return err
	}

	args := append(append(strings.Fields(option(req.GetInfo(), "nodeargs")), script), req.GetArgs()...)
	node := exec.CommandContext(ctx, "node", append(args, pack)...)
	node.Dir = pack // Not the working directory that is asked for: @pulumi/policy reads its package.json from here.
	node.Env = append(req.GetEnv(), settings...)
	node.Stdout, node.Stderr = nodeStdout, stderr
	node.WaitDelay = 2 * time.Second // What a pack started and left behind may hold its output open.
	if err := node.Start(); err != nil {
		proxy.Abort(err)
		return err
	}
	err = proxy.Attach(ctx, node)
	var exit *exec.ExitError
	switch {
	case err == nil:
		return exited(0)
	case errors.As(err, &exit):
		return exited(exit.ExitCode())
	default:
		return err
	}
}

// bound is a context that ends with the request and with the host.
func (h *host) bound(request context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(request)
	context.AfterFunc(h.life, cancel)
	return ctx, cancel
}

// policySettings is the environment that tells a policy pack about the stack; nothing where there is none.
func policySettings(stack *pulumirpc.AnalyzerStackConfigureRequest) ([]string, error) {
	if stack == nil {
		return nil, nil
	}
	settings, err := configuration(stack.GetConfig(), stack.GetConfigSecretKeys())
	return append(settings,
		"PULUMI_NODEJS_ORGANIZATION="+stack.GetOrganization(),
		"PULUMI_NODEJS_PROJECT="+stack.GetProject(),
		"PULUMI_NODEJS_STACK="+stack.GetStack(),
		"PULUMI_NODEJS_DRY_RUN="+strconv.FormatBool(stack.GetDryRun()),
	), err
}

// configuration is the environment that holds a stack's configuration.
func configuration(values map[string]string, secrets []string) ([]string, error) {
	if values == nil {
		values = map[string]string{}
	}
	if secrets == nil {
		secrets = []string{}
	}
	all, err := json.Marshal(values)
	if err != nil {
		return nil, err
	}
	keys, err := json.Marshal(secrets)
	return []string{"PULUMI_CONFIG=" + string(all), "PULUMI_CONFIG_SECRET_KEYS=" + string(keys)}, err
}

// option is one of the `runtime.options` of the project file, as text; empty where it is not set.
func option(info *pulumirpc.ProgramInfo, name string) string {
	value, found := info.GetOptions().GetFields()[name]
	if !found {
		return ""
	}
	return fmt.Sprint(value.AsInterface())
}

// sdkScript finds an entry point of the SDK that is installed for a folder, as Node.js would from there.
func sdkScript(folder, name string) (string, error) {
	at, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return "", err
	}
	for {
		script := filepath.Join(at, "node_modules", "@pulumi", "pulumi", "cmd", name, "index.js")
		if _, err := os.Stat(script); err == nil {
			return script, nil
		}
		above := filepath.Dir(at)
		if above == at {
			return "", fmt.Errorf("Cannot find module '@pulumi/pulumi/cmd/%s' from %s", name, folder)
		}
		at = above
	}
}

type writer func([]byte) error

var _ io.Writer = writer(nil)

func (w writer) Write(text []byte) (int, error) {
	if err := w(text); err != nil {
		return 0, err
	}
	return len(text), nil
}
