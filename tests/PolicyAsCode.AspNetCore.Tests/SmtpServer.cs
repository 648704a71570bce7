using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyAsCode.AspNetCore.Tests;

/// <summary>A mail server on this machine that keeps what it is given; it speaks as much SMTP as a client needs.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _letters = [];
    private readonly List<string> _envelopes = [];

    public SmtpServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = ServeAsync();
    }

    public int Port { get; }

    /// <summary>How often it still refuses to take a letter, for now.</summary>
    public int Refusals { get; set; }

    public bool HangsUpAfterTaking { get; set; }

    public IReadOnlyList<string> Letters => _letters;

    public IReadOnlyList<string> Envelopes => _envelopes;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
            catch (IOException)
            {
                // The client is gone: the next one.
            }
            catch (Exception error) when (error is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT":
                    _envelopes.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA" when Refusals > 0:
                    Refusals--;
                    await writer.WriteLineAsync("451 later");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var letter = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } text && text != ".")
                        letter.Append(text).Append('\n');
                    _letters.Add(letter.ToString());
                    await writer.WriteLineAsync("250 taken");
                    if (HangsUpAfterTaking)
                        return;
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }
}
