using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyAsCode.Schema.Tests;

/// <summary>yaml-language-server as an editor runs it: a process that speaks LSP over its input and output.</summary>
internal sealed class LanguageServer : IDisposable
{
    private const string Variable = "POLICYASCODE_YAML_SERVER";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly CancellationTokenSource _deadline = new(s_patience);
    private readonly Dictionary<string, JsonArray> _problems = [];
    private int _requests;

    private LanguageServer(string server) => _process = Process.Start(new ProcessStartInfo("node", [server, "--stdio"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Starts it; skips the test where there is none.</summary>
    public static async Task<LanguageServer> StartAsync(string folder)
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(!string.IsNullOrEmpty(path), $"yaml-language-server: set {Variable}, as .ci/run does (eng/with-node.sh installs one).");

        var server = new LanguageServer(path);
        server._process.ErrorDataReceived += (_, _) => { }; // what it logs must not fill the pipe
        server._process.BeginErrorReadLine();
        await server.RequestAsync("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = new Uri(folder).AbsoluteUri,
            ["capabilities"] = new JsonObject
            {
                ["textDocument"] = new JsonObject
                {
                    ["hover"] = new JsonObject { ["contentFormat"] = new JsonArray("markdown") },
                    ["completion"] = new JsonObject { ["completionItem"] = new JsonObject { ["documentationFormat"] = new JsonArray("markdown") } },
                },
            },
        });
        await server.NotifyAsync("initialized", []);
        // Nothing is fetched: what the files themselves name is all that counts.
        await server.NotifyAsync("workspace/didChangeConfiguration", new JsonObject
        {
            ["settings"] = new JsonObject
            {
                ["yaml"] = new JsonObject
                {
                    ["validate"] = true, ["hover"] = true, ["completion"] = true,
                    ["schemaStore"] = new JsonObject { ["enable"] = false },
                },
            },
        });
        return server;
    }

    /// <summary>Opens a document; what is underlined in it.</summary>
    public async Task<IReadOnlyList<Squiggle>> OpenAsync(Document document)
    {
        await NotifyAsync("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = document.Uri, ["languageId"] = "yaml", ["version"] = 1, ["text"] = document.Text },
        });
        while (!_problems.ContainsKey(document.Uri))
            await ReceiveAsync();
        return [.. _problems[document.Uri].Select(problem => new Squiggle(
            document.At(problem!["range"]!["start"]!, problem["range"]!["end"]!), (string)problem["message"]!))];
    }

    /// <summary>What is offered at the document's mark: each word with its explanation.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CompleteAsync(Document document)
    {
        await OpenAsync(document);
        var answer = await RequestAsync("textDocument/completion", document.Mark);
        var items = answer is JsonArray list ? list : answer!["items"]!.AsArray();
        return items.ToDictionary(item => (string)item!["label"]!, item => item!["documentation"] switch
        {
            JsonObject markup => (string)markup["value"]!,
            JsonValue text => (string)text!,
            _ => "",
        });
    }

    /// <summary>What is told of the word at the document's mark.</summary>
    public async Task<string> HoverAsync(Document document)
    {
        await OpenAsync(document);
        var answer = await RequestAsync("textDocument/hover", document.Mark);
        return (string?)answer?["contents"]?["value"] ?? "";
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _deadline.Dispose();
    }

    private async Task<JsonNode?> RequestAsync(string method, JsonObject parameters)
    {
        var id = ++_requests;
        await SendAsync(new() { ["id"] = id, ["method"] = method, ["params"] = parameters });
        while (true)
            if (await ReceiveAsync() is { } message && message["method"] is null && (int?)message["id"] == id)
                return message["result"]?.DeepClone();
    }

    private Task NotifyAsync(string method, JsonObject parameters) => SendAsync(new() { ["method"] = method, ["params"] = parameters });

    private async Task SendAsync(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        var input = _process.StandardInput.BaseStream;
        await input.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), _deadline.Token);
        await input.WriteAsync(body, _deadline.Token);
        await input.FlushAsync(_deadline.Token);
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        var output = _process.StandardOutput.BaseStream;
        var length = 0;
        for (var header = await LineAsync(output); header.Length > 0; header = await LineAsync(output))
            if (header.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header.AsSpan("Content-Length: ".Length), CultureInfo.InvariantCulture);
        var body = new byte[length];
        await output.ReadExactlyAsync(body, _deadline.Token);

        var message = JsonNode.Parse(body)!;
        if ((string?)message["method"] == "textDocument/publishDiagnostics")
            _problems[(string)message["params"]!["uri"]!] = message["params"]!["diagnostics"]!.AsArray();
        else if (message["method"] is not null && message["id"] is { } question)
            await SendAsync(new() { ["id"] = question.DeepClone(), ["result"] = null });
        return message;
    }

    private async Task<string> LineAsync(Stream output)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (true)
        {
            await output.ReadExactlyAsync(one, _deadline.Token);
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }
    }
}

/// <summary>An underlined stretch of a document, and what is said of it.</summary>
internal sealed record Squiggle(string Text, string Message);
