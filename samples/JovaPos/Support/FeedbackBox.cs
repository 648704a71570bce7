using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Support;

/// <summary>Collects what customers say, and sums it up without naming anybody [JOVA-1.1].</summary>
[Purpose(Purposes.ServiceImprovement)]
public sealed class FeedbackBox(ShopContext shop, TimeProvider time)
{
    public async Task GiveAsync(Guid customerId, FeedbackForm form, CancellationToken cancel)
    {
        shop.Feedback.Add(new Feedback
        {
            Id = Guid.NewGuid(),
            CustomerId = customerId,
            ProductId = form.ProductId,
            Stars = Math.Clamp(form.Stars, 1, 5),
            Comment = form.Comment,
            GivenAt = time.GetUtcNow(),
        });
        await shop.SaveChangesAsync(cancel);
    }

    /// <summary>The mean of a product's stars; null without any.</summary>
    public Task<double?> MeanStarsAsync(int productId, CancellationToken cancel) =>
        shop.Feedback.Where(given => given.ProductId == productId).AverageAsync(given => (double?)given.Stars, cancel);
}
