namespace Claque.Tests.Articles;

/// <summary>An invented page of an invented paper, as a browser saves it and as a reader copies it.</summary>
internal static class Pages
{
    public const string First = "The harbour council of Ostrel voted on Tuesday to close the old ferry pier, after a report found that its piles had rotted through.";
    public const string Second = "“We had no choice,” said Councillor Dee Vant, who had asked for the report in March. “The pier would have come down in the next storm, and with it the market.”";
    public const string Third = "The ferry company moved its boats to the southern quay two years ago, and a spokesman said that it would not appeal against the vote of the council.";

    public const string Html = $$"""
        <!DOCTYPE html><html lang="en"><head><title>Council closes the old ferry pier - Harbour News</title>
        <link rel="canonical" href="https://harbour.example/2024/pier?utm_source=feed">
        <meta property="og:site_name" content="Harbour News"><meta property="og:title" content="Council closes the old ferry pier">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Council closes the old ferry pier","datePublished":"2024-05-03T08:00:00+02:00","author":{"name":"Ana Maru"},"publisher":{"name":"Harbour News"} }</script>
        </head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <main><article><h1>Council closes the old ferry pier</h1><p class="byline">By Ana Maru</p>
        <div class="share-buttons"><a href="#">Share</a></div>
        <div class="article-body"><p>{{First}}</p><figure><img src="pier.jpg"><figcaption>The pier at low tide.</figcaption></figure><p>{{Second}}</p>
        <aside class="related"><h3>Related</h3><p><a href="/fish">Fish prices rise for the third month in a row, says the market</a></p></aside>
        <p>{{Third}}</p></div></article></main>
        <div class="comments"><h2>Comments</h2><p>I always knew that this pier would come down one day, and so did all of my neighbours in the harbour.</p></div>
        <footer><p>Harbour News is printed in Ostrel by the Harbour Press, which has been printing newspapers for a hundred years.</p></footer>
        </body></html>
        """;

    public const string Text = $"""
        Home » World » Ostrel
        Harbour Council Votes To Close The Old Ferry Pier
        Three members walked out before the vote was taken on Tuesday night
        By Ana Maru in OSTREL,
        3 May 2024
        The old ferry pier at Ostrel. (Photo: Harbour News)
        {First}
        Mayor Bo Lin Opens New Fish Market Near The Harbour
        {Second}
        Sign up for our newsletter and get the latest news delivered to your inbox.
        {Third}
        Related articles
        Fish Prices Rise For Third Month
        By Cor Tann
        Ana Maru is Harbour News's correspondent in Ostrel.
        This article was originally published in the Ostrel Courier on 2 May 2024.
        Leave a comment
        Great article, thanks for the report! I always knew it.
        """;
}
