namespace Ocis.Mail;

/// <summary>A box on a page behind a link, never ticked beforehand.</summary>
internal sealed record LinkTick(string Name, string Value, string Label) : LinkInput;
