namespace Ocis.Mail;

/// <summary>Something that a page behind a link asks for.</summary>
internal abstract record LinkInput;
