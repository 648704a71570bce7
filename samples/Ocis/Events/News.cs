namespace Ocis.Events;

/// <summary>Something that guests should know.</summary>
public sealed record News(string Title, string Text);
