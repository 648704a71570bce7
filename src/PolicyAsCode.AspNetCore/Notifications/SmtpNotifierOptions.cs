using MailKit.Security;

namespace PolicyAsCode.AspNetCore;

/// <summary>By which server messages go out, and in whose name.</summary>
public sealed class SmtpNotifierOptions
{
    /// <summary>The server.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is made safe. The default refuses a server that cannot do so.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    /// <summary>The name by which the server knows us; null for a server that asks for none.</summary>
    public string? UserName { get; set; }

    /// <summary>The password; from a secret store, not from a file of the repository.</summary>
    public string? Password { get; set; }

    /// <summary>The sender's address, which people can answer.</summary>
    public string From { get; set; } = "";

    /// <summary>The sender's name; null for none.</summary>
    public string? FromName { get; set; }

    /// <summary>How long the server may take for an answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
