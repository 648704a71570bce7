namespace Ocis.Mail;

/// <summary>A password that a page behind a link asks for.</summary>
internal sealed record LinkField(string Name, string Label) : LinkInput;
