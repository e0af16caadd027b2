import './styles/fonts.css';
import './styles/colours.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/forms.css';
import './styles/print.css';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('entente');
if (target === null) throw new Error('index.html has no element #entente');
mount(App, { target });
