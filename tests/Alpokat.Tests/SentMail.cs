namespace Alpokat.Tests;

/// <summary>One e-mail.</summary>
internal sealed record SentMail(string To, string Subject, string Body);
