//! What every handler of the desk works with. Keys are not here: they come and go with a request.

use std::{net::IpAddr, sync::Arc};

use attachments::Attachments;
use chrono::{Days, NaiveDate, TimeDelta};
use domain::{Clock, clock, meeting::Series, retention::Rules};
use letters::Texts;
use post::Post;
use seal::Routes;
use store::{Store, StoreError};
use templates::layout::Frame;
use unseal::password::Cost;
use web::{House, Lane};

use crate::{canary::Canary, device, journal::Journal, mail::Mailing, meeting::feed::KEPT_DAYS, shelf::Shelves};

pub struct State {
    pub house: House,
    /// One line above every page, where this is the demo.
    pub notice: Option<&'static str>,
    pub routes: Arc<Routes>,
    pub store: Store,
    pub clock: Arc<dyn Clock>,
    pub attachments: Arc<Attachments>,
    /// Whether cookies are `Secure`.
    pub secure: bool,
    pub idle: TimeDelta,
    pub longest: TimeDelta,
    /// What a password costs to try: less in the demo alone.
    pub cost: Cost,
    /// Whether a code is asked beside the password: everywhere but in the demo.
    pub second_factor: bool,
    /// scrypt takes 128 MiB a login: one hand. For who has a session or a known browser.
    pub login_lane: Lane,
    /// The same for everybody else who logs in, whether or not somebody has the name.
    pub stranger_lane: Lane,
    /// Opening and sealing for pages.
    pub work_lane: Lane,
    /// Areas that a signal can be about.
    pub areas: Vec<String>,
    /// When the meeting is, and who always sits there.
    pub series: Series,
    /// How long closed signals are kept.
    pub retention: Rules,
    /// Whether a reporter is asked before anybody asks for his name.
    pub asks_reporter: bool,
    /// When the last ondermijningsbeeld was made, if that was said.
    pub picture: Option<NaiveDate>,
    /// Messages and letters, to fill in.
    pub letters: Texts,
    /// What each session opened for searching.
    pub shelves: Shelves,
    /// Whose word is taken for where an officer works.
    pub proxies: Vec<IpAddr>,
    /// Whether the log holds together.
    pub journal: Journal,
    /// What it sends itself canaries with; none: it sends none.
    pub canary: Option<Arc<Canary>>,
    /// What programs ask for without a session.
    pub feed_lane: Lane,
    /// The address of the desk, without a slash at its end.
    pub public_url: String,
    /// How the people of the desk are mailed; `None`: they are not.
    pub mailing: Option<Mailing>,
}

impl State {
    pub fn new(
        house: House,
        settings: &crate::DeskSettings,
        series: Series,
        routes: Routes,
        store: Store,
        attachments: Arc<Attachments>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            house,
            notice: None,
            routes: Arc::new(routes),
            store,
            attachments,
            clock,
            secure: settings.validate().unwrap_or(true),
            idle: TimeDelta::minutes(i64::from(settings.idle_minutes)),
            longest: TimeDelta::hours(i64::from(settings.session_hours)),
            cost: Cost::Full,
            second_factor: true,
            login_lane: Lane::new(1, 64),
            stranger_lane: Lane::new(1, 64),
            work_lane: Lane::new(2, 256),
            areas: settings.areas.clone(),
            series,
            retention: Rules::default(),
            asks_reporter: true,
            picture: None,
            letters: settings.letters.clone(),
            shelves: Shelves::default(),
            proxies: settings.proxies.clone(),
            journal: Journal::default(),
            canary: None,
            feed_lane: Lane::new(2, 64),
            public_url: settings.public_url.trim_end_matches('/').to_owned(),
            mailing: None,
        }
    }

    /// Mails as section `mail` says.
    pub fn mails_by(&mut self, post: &Post) {
        self.mailing = Mailing::new(post, &self.store, &self.clock, &self.house.name);
    }

    pub fn frame(&self) -> Frame<'_> {
        let (organisation, logo) = (self.house.name.as_str(), self.house.logo.is_some());
        Frame { organisation, logo, notice: self.notice, ..Frame::default() }
    }

    pub fn today(&self) -> NaiveDate {
        clock::dutch_date(self.clock.now())
    }

    /// Ends sessions whose time is over, and forgets browsers that nobody uses. The programs call it once an hour; an old session is refused before that.
    pub async fn forget(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        self.shelves.forget(now - self.idle);
        self.store.forget_sessions(now - self.idle, now - self.longest).await?;
        device::forget(&self.store, self.today()).await?;
        self.store.forget_places(now - TimeDelta::days(1)).await?;
        if let Some(before) = self.today().checked_sub_days(Days::new(KEPT_DAYS)) {
            self.store.forget_calendars(before).await?;
        }
        Ok(())
    }
}
