namespace OChat.Support;

/// <summary>Who answers users on OChat's behalf [OCHAT-4.1].</summary>
[Recipient(Recipients.SupportProvider)]
public interface ISupportProvider
{
    Task OpenTicketAsync(SupportTicket ticket, CancellationToken cancel);
}
